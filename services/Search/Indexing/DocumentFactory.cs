using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;

namespace PfP.Search.Indexing;

/// <summary>Turns the events of other services into documents.</summary>
internal static class DocumentFactory
{
    public static SearchDocument From(EntryPublished entry) =>
        new(entry.EntryId, entry.Version, entry.Kind, entry.Slug, entry.Url, entry.Language,
            entry.Texts.ToDictionary(text => text.Key, text => new DocumentText(text.Value.Title, text.Value.Summary, text.Value.Body)), Newest(entry))
        {
            Countries = [.. entry.Countries.Select(country => country.Code).Distinct()],
            StatedRegions = [.. entry.Regions.Distinct()],
            Places = [.. entry.Places.Select(place => new DocumentPlace(place.Latitude, place.Longitude))],
            Organisations = Named(entry.Organisations),
            Summits = [.. entry.Summits.Select(summit => new DocumentSummit(summit.Number, summit.Year, summit.City))],
            Themes = Values(entry.Themes),
            GcmObjectives = Values(entry.GcmObjectives),
            SdgTargets = Values(entry.SdgTargets),
            WorkingGroups = [.. entry.WorkingGroups.Distinct()],
            Has = [.. entry.Has.Distinct()],
            Type = entry.Type,
            Status = entry.Status,
            Year = entry.StartYear ?? LastSummit(entry) ?? entry.DateAdded?.Year,
            PublishedAt = entry.PublishedAt,
            LastVerified = entry.LastVerified,
            Owner = entry.Owner,
        };

    public static SearchDocument From(CallPublished call) =>
        new(call.CallId, call.Version, EntryKinds.Call, call.Slug, call.Url, call.Language,
            call.Texts.ToDictionary(text => text.Key, text => new DocumentText(text.Value.Title, text.Value.Summary, text.Value.Body)), Newest(call))
        {
            Countries = [.. call.Countries.Select(country => country.Code).Concat(call.CountriesWanted).Distinct()],
            Organisations = Named(call.Organisations),
            Summits = call.Summit is { } summit ? [new DocumentSummit(summit.Number, summit.Year, summit.City)] : [],
            Themes = Values(call.Themes),
            GcmObjectives = Values(call.GcmObjectives),
            SdgTargets = Values(call.SdgTargets),
            Year = call.Year,
            PublishedAt = call.PublishedAt,
            Owner = call.Owner,
            CallState = call.State,
            CallType = call.Type,
            OpensAt = call.OpensAt,
            ClosesAt = call.ClosesAt,
        };

    /// <summary>The day it was published, or added to PfP, else its year.</summary>
    private static int Newest(CallPublished call) => call switch
    {
        { PublishedAt: { } published } => SearchDocument.DayNumber(DateOnly.FromDateTime(published.UtcDateTime)),
        { DateAdded: { } added } => SearchDocument.DayNumber(added),
        { Year: { } year } => year * 10000,
        _ => 0,
    };

    /// <summary>The day it was added, else the year of its summit, else the day it was published after review.</summary>
    private static int Newest(EntryPublished entry) => entry switch
    {
        { DateAdded: { } added } => SearchDocument.DayNumber(added),
        _ when LastSummit(entry) is { } year => year * 10000,
        { PublishedAt: { } published } => SearchDocument.DayNumber(DateOnly.FromDateTime(published.UtcDateTime)),
        _ => 0,
    };

    private static DocumentOrganisation[] Named(IReadOnlyList<EntryOrganisation> organisations) =>
    [
        .. organisations.DistinctBy(organisation => organisation.Slug)
            .Select(organisation => new DocumentOrganisation(organisation.Slug, organisation.Name, organisation.Acronym, organisation.Type)),
    ];

    private static int? LastSummit(EntryPublished entry) => entry.Summits.Count == 0 ? null : entry.Summits.Max(summit => summit.Year);

    private static string[] Values(IReadOnlyList<EntryTag> tags) => [.. tags.Select(tag => tag.Value).Distinct()];
}
