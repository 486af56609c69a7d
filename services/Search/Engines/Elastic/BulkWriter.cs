using System.Net;
using System.Text.Json;

namespace PfP.Search.Engines.Elastic;

/// <param name="Id">A document's id, or the name of a mark.</param>
internal sealed record BulkItem(string Id, int Version, byte[] Fields);

internal enum BulkOutcome
{
    Written,

    /// <summary>The index has that version or a higher one.</summary>
    Outdated,

    /// <summary>The server has no room for it at the moment.</summary>
    Busy,

    Refused,
}

/// <summary>
/// Writes many documents at once, each where its version is higher than the one there, withdrawn ones included. A server that has too much to
/// do gets less at a time until it has caught up.
/// </summary>
internal sealed class BulkWriter(ElasticClient client)
{
    private const int MostItems = 500;
    private const int MostBytes = 8_000_000;

    private int atATime = MostItems;

    /// <summary>What was written is found by searches when this returns.</summary>
    /// <returns>By the items' order, with the reason where one was refused.</returns>
    public async Task<IReadOnlyList<(BulkOutcome Outcome, string? Reason)>> WriteAsync(string index, IReadOnlyList<BulkItem> items, CancellationToken cancellationToken)
    {
        var outcomes = new List<(BulkOutcome, string?)>(items.Count);
        while (outcomes.Count < items.Count)
        {
            var some = Next(items, outcomes.Count);
            try
            {
                var written = await SendAsync(index, some, cancellationToken);
                outcomes.AddRange(written);
                atATime = written.Exists(item => item.Outcome == BulkOutcome.Busy) ? Math.Max(1, atATime / 2) : Math.Min(MostItems, atATime * 2);
            }
            catch (ElasticException failure) when (failure.Status == HttpStatusCode.RequestEntityTooLarge && some.Count > 1)
            {
                atATime = some.Count / 2;
            }
            catch (ElasticException failure) when (failure.Status == HttpStatusCode.RequestEntityTooLarge)
            {
                outcomes.Add((BulkOutcome.Refused, failure.Message));
            }
            catch (EngineUnavailableException)
            {
                atATime = Math.Max(1, atATime / 2);
                throw;
            }
        }
        return outcomes;
    }

    private List<BulkItem> Next(IReadOnlyList<BulkItem> items, int from)
    {
        var (some, bytes) = (new List<BulkItem>(), 0);
        foreach (var item in items.Skip(from).Take(atATime))
        {
            bytes += item.Fields.Length;
            if (some.Count > 0 && bytes > MostBytes)
            {
                break;
            }
            some.Add(item);
        }
        return some;
    }

    private async Task<List<(BulkOutcome Outcome, string? Reason)>> SendAsync(string index, List<BulkItem> items, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        foreach (var item in items)
        {
            body.Write(JsonSerializer.SerializeToUtf8Bytes(Dsl.Of("index", new() { ["_id"] = item.Id, ["version"] = item.Version, ["version_type"] = "external" })));
            body.WriteByte((byte)'\n');
            body.Write(item.Fields);
            body.WriteByte((byte)'\n');
        }
        var answer = await client.BulkAsync($"{index}/_bulk?refresh=true", body.ToArray(), cancellationToken);
        return [.. answer.GetProperty("items").EnumerateArray().Select(item => OutcomeOf(item.GetProperty("index")))];
    }

    private static (BulkOutcome, string?) OutcomeOf(JsonElement item) => item.GetProperty("status").GetInt32() switch
    {
        200 or 201 => (BulkOutcome.Written, null),
        409 => (BulkOutcome.Outdated, null),
        429 or >= 500 => (BulkOutcome.Busy, null),
        _ => (BulkOutcome.Refused, ElasticJson.Reason(item)),
    };
}
