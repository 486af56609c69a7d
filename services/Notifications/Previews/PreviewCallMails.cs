using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Matching;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Previews;

/// <summary>What a call will cause, before it does: of a call in review as well, which no event has told of.</summary>
internal static class PreviewCallMails
{
    // What is reckoned from them stays a date.
    private const int LatestYear = 2200;
    private static readonly string[] Precisions = ["minute", "day", "month"];

    /// <param name="lang">In which the mails are written.</param>
    public static async Task<Results<Ok<IReadOnlyList<CallMail>>, ValidationProblem>> HandleAsync(
        CallOutlook outlook, string? lang, NotificationsDbContext db, ExampleMails examples, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang).Concat(Check(outlook)).ToDictionary() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var audience = await db.AudienceAsync(KnownCall.From(outlook.Call), now, cancellationToken);
        var reader = MailPreviews.Reader(AskedLanguage.OrEnglish(lang), outlook.Call.Deadline?.Zone ?? "UTC");
        return TypedResults.Ok<IReadOnlyList<CallMail>>([.. examples.Of(new(outlook, audience, reader, now))]);
    }

    private static Dictionary<string, string[]> Check(CallOutlook outlook)
    {
        if (!IsWhole(outlook.Call))
        {
            return new() { ["call"] = ["It has a title in its own language, and lists of countries and themes."] };
        }

        var errors = CountMatches.Check(KnownCall.From(outlook.Call).Wanted);
        var deadline = outlook.Call.Deadline;
        if (deadline is not null && !(Zones.Exists(deadline.Zone ?? "") && Precisions.Contains(deadline.Precision) && deadline.Date.Year < LatestYear && deadline.Date.Year > 1))
        {
            errors.Add("deadline", ["It is a date in a zone that IANA knows, as a minute, day or month."]);
        }

        if (outlook.Call.ClosesAt is { Year: >= LatestYear or < 2 })
        {
            errors.Add("closesAt", [$"It lies before {LatestYear}."]);
        }

        return errors;
    }

    // A client of the API may leave out what its own records cannot lack.
    private static bool IsWhole(CallPublished? call) =>
        call is { Language: not null, Slug: not null, State: not null, Texts: { } texts, CountriesWanted: { } countries, Themes: { } themes }
        && texts.ContainsKey(call.Language) && texts.Values.All(text => text?.Title is not null)
        && countries.All(country => country is not null) && themes.All(theme => theme is not null);
}
