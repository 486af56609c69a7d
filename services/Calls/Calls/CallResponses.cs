using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

/// <summary>Calls as the API shows them.</summary>
internal static class CallResponses
{
    /// <summary>What of its steps is public; what was said in review is not.</summary>
    private static readonly string[] Noticed = [CallChanges.Extended, CallChanges.Cancelled, CallChanges.Reopened, CallChanges.Completed, CallChanges.Corrected];

    public static CallSummary Summary(Call call, string asked, DateTimeOffset now)
    {
        var content = call.Content;
        var (language, texts) = content.In(asked);
        return new CallSummary(
            call.Id,
            call.Slug!,
            CallAddress.Of(call.Slug!),
            texts.Title,
            language,
            texts.Summary ?? texts.Ask,
            call.State,
            call.StatusAt(now),
            content.Type,
            content.Opens is { } opens ? new OpeningResponse(opens.Date, opens.Zone, opens.Instant()) : null,
            Stated(content.Deadline),
            call.IsExtended,
            content.Countries,
            content.CountriesWanted,
            Tags(content.Themes),
            Named(content.Organisations),
            content.Year ?? content.Deadline?.Date.Year)
        {
            Version = call.Version,
            DaysLeft = call.IsTakingRepliesAt(now) ? content.Deadline?.DaysLeft(now) : null,
            ChangesAt = NextChange(call, now),
            ChangedAt = call.ChangedAt,
            LastNotice = Notices(call.Steps.Where(step => step.IsNews)).FirstOrDefault(),
        };
    }

    public static CallResponse Full(Call call, string asked, DateTimeOffset now)
    {
        var content = call.Content;
        var (_, texts) = content.In(asked);
        return new CallResponse(Summary(call, asked, now), texts.Origin, [.. content.Texts.Keys.Order()])
        {
            Background = texts.Background,
            Ask = texts.Ask,
            ForWhom = texts.ForWhom,
            Partners = Named(content.Partners),
            GeographicScope = content.GeographicScope,
            GcmObjectives = Tags(content.GcmObjectives),
            SdgTargets = Tags(content.SdgTargets),
            Summit = content.Summit is { } summit ? new SummitName(summit.Number, summit.Year, summit.City) : null,
            Links = [.. content.Links.Select(link => new LinkResponse(link.Url, link.Label, null))],
            Files = [.. content.Files.Select(file => new FileResponse(CallAddress.OfFile(file.Id, file.Name), file.Label ?? file.Name, null, file.Format, file.Bytes))],
            Sources = [.. content.Sources.Select(source => new SourceResponse(source.Title, source.Url) { Lines = source.Lines })],
            Related = [.. content.Related.Select(related => new RelatedPage(related.Url, related.Title))],
            DateAdded = content.DateAdded,
            PublishedAt = call.PublishedAt,
            ReplyMethod = content.ReplyMethod,
            ReplyUrl = content.ReplyUrl,
            AdmitsGuests = content.AdmitsGuests,
            Notices = [.. Notices(call.Steps)],
            Outcome = call.Outcome,
        };
    }

    /// <summary>The latest first.</summary>
    private static IEnumerable<CallNotice> Notices(IEnumerable<CallStep> steps) =>
        steps.Where(step => Noticed.Contains(step.Kind)).Reverse().Select(step => new CallNotice(step.At, step.Kind, step.Text) { Before = Stated(step.Before) });

    public static DeadlineResponse? Stated(CallDeadline? deadline) =>
        deadline is null ? null : new(deadline.LastDay(), deadline.Time, deadline.Zone, deadline.Precision, deadline.Instant());

    /// <summary>While it counts days, each midnight of its zone is one.</summary>
    private static DateTimeOffset? NextChange(Call call, DateTimeOffset now)
    {
        DateTimeOffset? midnight = call.IsTakingRepliesAt(now) && call.Content.Deadline is { Zone: var zone } ? Zones.StartOf(Zones.Today(now, zone).AddDays(1), zone) : null;
        return new[] { CallStatuses.NextChange(now, call.State, call.OpensAt, call.ClosesAt), midnight }.Min();
    }

    private static IReadOnlyList<Tag> Tags(IReadOnlyList<Assigned> assigned) => [.. assigned.Select(tag => new Tag(tag.Value, tag.Suggested))];

    private static IReadOnlyList<CallOrganisation> Named(IReadOnlyList<NamedOrganisation> organisations) =>
        [.. organisations.Select(named => new CallOrganisation(named.Slug, named.Name, named.Acronym))];
}
