using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Choices;

/// <summary>One click in a mail program (RFC 8058), by nobody we know but for the token.</summary>
internal static class Unsubscribe
{
    private const string ApiPath = "/api/notifications/unsubscribe";

    /// <param name="token">In the query, which no trace or log holds.</param>
    public static string PathOf(string token) => $"{ApiPath}?token={Uri.EscapeDataString(token)}";

    /// <summary>What the mail program sends as a form, <c>List-Unsubscribe=One-Click</c>, says nothing that the token does not.</summary>
    public static async Task<Results<Ok, NotFound>> HandleAsync(string? token, UnsubscribeTokens tokens, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not var (memberId, kind))
        {
            return TypedResults.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldMemberAsync(memberId, cancellationToken))
        {
            var choices = await db.ChoicesAsync(memberId, cancellationToken);
            await db.ChooseAsync(choices with { Off = [.. choices.Off.Union([kind]).Order(StringComparer.Ordinal)] }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.Ok();
    }

    /// <summary>Who follows the link, as people and link checkers do, is asked first.</summary>
    public static async Task<Results<SeeOther, NotFound>> AskAsync(string? token, UnsubscribeTokens tokens, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not var (memberId, _))
        {
            return TypedResults.NotFound();
        }

        var language = await db.Members.Where(member => member.Id == memberId).Select(member => member.Language).SingleOrDefaultAsync(cancellationToken);
        return new SeeOther($"{(language is "fr" or "es" ? $"/{language}" : "")}/unsubscribe?token={Uri.EscapeDataString(token!)}");
    }
}
