using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Npgsql;
using PfP.Contracts;
using PfP.Contracts.Mail.Api;

namespace PfP.ServiceDefaults.Mail;

/// <summary>A page of the mails in one state: planned, sent or failed; planned unless said otherwise.</summary>
internal sealed class DeliveryPaging : Paging
{
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    public override Dictionary<string, string[]> Errors()
    {
        var errors = base.Errors();
        if (State is not (null or "planned" or "sent" or "failed"))
        {
            errors["state"] = ["state must be planned, sent or failed."];
        }

        return errors;
    }
}

internal static class ListDeliveries
{
    public static async Task<Results<Ok<Page<MailDelivery>>, ValidationProblem>> HandleAsync(
        [AsParameters] DeliveryPaging paging, NpgsqlDataSource database, IOptions<MailOptions> options, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var state = paging.State is null or "planned" ? "waiting" : paging.State;
        await using var count = database.CreateCommand("select count(*)::int from deliveries where state = $1");
        count.Parameters.AddWithValue(state);
        var total = (int)(await count.ExecuteScalarAsync(cancellationToken))!;
        await using var list = database.CreateCommand($"""
            select id, occasion, recipient, refused_address, due_at, attempts, last_error, next_attempt_at, finished_at, message_key,
                {PausedAddresses.OfDelivery}
            from deliveries where state = $1 order by {(state == "waiting" ? "due_at" : "finished_at desc")}, id offset $2 limit $3
            """);
        list.Parameters.AddWithValue(state);
        list.Parameters.AddWithValue(paging.Skipped);
        list.Parameters.AddWithValue(paging.Size);
        var shown = state == "waiting" ? "planned" : state;
        var domain = options.Value.From[(options.Value.From.LastIndexOf('@') + 1)..];
        var items = new List<MailDelivery>();
        await using var rows = await list.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            items.Add(Read(rows, shown, domain));
        }

        return TypedResults.Ok(new Page<MailDelivery>(total, paging.Number, paging.Size, items));
    }

    private static MailDelivery Read(NpgsqlDataReader row, string state, string domain) => new(
        row.GetGuid(0),
        state,
        row.GetString(1),
        row.GetGuid(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        state == "planned" ? row.GetFieldValue<DateTimeOffset>(7) : null,
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        $"<{row.GetString(9)}@{domain}>",
        row.GetBoolean(10));
}
