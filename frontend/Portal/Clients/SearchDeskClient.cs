using PfP.Contracts;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the search API that tells the secretariat what is searched for, and takes its synonyms.</summary>
internal sealed class SearchDeskClient(HttpClient http, ILogger<SearchDeskClient> logger)
{
    private const string Synonyms = "/api/search/synonyms";

    /// <param name="isEmpty">Only texts for which nothing was found.</param>
    public Task<Answer<Page<CountedQuery>>> QueriesAsync(int days, bool isEmpty, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<CountedQuery>>($"/api/search/queries?days={days}{(isEmpty ? "&empty=true" : "")}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<Page<SynonymGroupResponse>>> GroupsAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SynonymGroupResponse>>($"{Synonyms}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<SynonymGroupResponse>> GroupAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<SynonymGroupResponse>($"{Synonyms}/{id}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> AddAsync(SynonymGroupRequest group, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, Synonyms, group, logger, cancellationToken, key: key);

    /// <param name="version">Of the group, as the reader saw it.</param>
    public Task<Outcome> ChangeAsync(Guid id, int version, SynonymGroupRequest group, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Synonyms}/{id}", group, logger, cancellationToken, version);

    public Task<Outcome> RemoveAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Synonyms}/{id}", null, logger, cancellationToken, version);
}
