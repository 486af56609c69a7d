using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.Contracts.Search.Api;
using PfP.Design.Languages;
using PfP.Portal.Clients;
using PfP.Portal.Searching;
using PfP.ServiceDefaults;

namespace PfP.Portal.Reviews;

/// <summary>Asks the services for a year. What was published is counted by the search, so that a figure and the search that it leads to cannot differ.</summary>
internal sealed class YearReviewReader(SearchClient search, CatalogueClient catalogue, CallsClient calls, MembersClient members, TimeProvider clock)
{
    private static readonly string[] Kinds = [EntryKinds.Practice, EntryKinds.Tool, EntryKinds.Session, EntryKinds.Recommendation];

    /// <summary>The last one that is over.</summary>
    public int UsualYear => clock.GetUtcNow().Year - 1;

    /// <returns>Missing where there is no such year, or it has not begun.</returns>
    public async Task<Answer<YearReview>> ReadAsync(int year, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!CalendarYear.Exists(year) || year > now.Year)
        {
            return new(AnswerState.Missing);
        }

        var published = Task.WhenAll(Kinds.Select(kind => PublishedAsync(kind, year, cancellationToken)));
        var (ofCalls, ofMembers) = (calls.YearAsync(year, cancellationToken), members.YearAsync(year, cancellationToken));
        var entries = (await catalogue.YearAsync(year, cancellationToken)).Value;
        var called = (await ofCalls).Value;
        ReviewFigure[] figures = [.. await published, .. OfEntries(entries), .. OfCalls(called, year), .. FollowUps(entries), .. OfMembers((await ofMembers).Value)];
        var first = new[] { year, UsualYear, entries?.FirstYear ?? year, called?.FirstYear ?? year }.Min();
        return new(AnswerState.Found, new YearReview(year, now, [.. Enumerable.Range(first, now.Year - first + 1).Reverse()], figures));
    }

    private async Task<ReviewFigure> PublishedAsync(string kind, int year, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Empty.With("kind", kind).With("publishedFrom", $"{year}-01-01").With("publishedTo", $"{year}-12-31");
        var found = (await search.SearchAsync(query.With("pageSize", "1"), cancellationToken)).Value;
        return Figure(kind, ReviewGroups.Entries, found is null ? null : new(found.Total, Counts(found, "country"), Counts(found, "theme"))) with { List = query.Path("/search") };
    }

    private static Dictionary<string, int> Counts(SearchResponse found, string facet) =>
        found.Facets.GetValueOrDefault(facet, []).Where(value => value.Count > 0).ToDictionary(value => value.Value, value => value.Count);

    private static IEnumerable<ReviewFigure> OfEntries(CatalogueYear? year) => [Figure("updated", ReviewGroups.Entries, year?.Updated)];

    private static IEnumerable<ReviewFigure> OfCalls(CallsYear? counted, int year) =>
    [
        Figure("opened", ReviewGroups.Calls, counted?.Opened) with { List = Calls("openedIn", year) },
        Figure("closed", ReviewGroups.Calls, counted?.Closed) with { List = Calls("closedIn", year) },
        Figure("outcomes", ReviewGroups.Calls, counted?.Outcomes) with { List = Calls("outcomeIn", year) },
        Figure("replies", ReviewGroups.Calls, counted?.Replies),
        new("countriesReplied", ReviewGroups.Calls, counted?.CountriesReplied),
    ];

    private static IEnumerable<ReviewFigure> FollowUps(CatalogueYear? year) =>
    [
        Figure("followUps", ReviewGroups.FollowUps, year?.FollowUps),
        new("newVersions", ReviewGroups.FollowUps, year?.NewVersions),
        new("adaptations", ReviewGroups.FollowUps, year?.Adaptations),
        Figure("followed", ReviewGroups.FollowUps, year?.Followed) with { IsEvent = false },
        Figure("unfollowed", ReviewGroups.FollowUps, year?.Unfollowed) with { IsEvent = false },
    ];

    private static IEnumerable<ReviewFigure> OfMembers(MembersYear? year) =>
    [
        new("introductions", ReviewGroups.Members, year?.Introductions),
        new("accepted", ReviewGroups.Members, year?.Accepted),
        new("engagements", ReviewGroups.Members, year?.Engagements),
    ];

    private static ReviewFigure Figure(string key, string group, YearFigure? counted) => new(key, group, counted?.Total) { Parts = counted };

    private static string Calls(string filter, int year) => SiteLanguage.Local($"/calls?{filter}={year}");
}
