namespace PfP.Contracts.Search;

/// <summary>What came newly and answers a search that a member follows. Told once for each entry and search.</summary>
/// <param name="Name">What the member calls the search.</param>
/// <param name="Query">Its canonical query string without question mark, as on the search page, for example <c>theme=remittances</c>.</param>
public sealed record SavedSearchMatched(Guid SearchId, Guid MemberId, string Name, string Query, IReadOnlyList<MatchedEntry> Entries);

/// <param name="Kind">One of <see cref="Catalogue.EntryKinds"/>.</param>
/// <param name="Url">Its public path without culture.</param>
/// <param name="Titles">By language; holds <paramref name="Language"/> at least.</param>
/// <param name="Owner">Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>, where known.</param>
public sealed record MatchedEntry(string Kind, Guid Id, string Url, string Language, IReadOnlyDictionary<string, string> Titles, string? Owner);
