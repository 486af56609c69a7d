using PfP.Contracts.Search.Api;

namespace PfP.Portal.Clients;

/// <summary>The API of the searches that members follow.</summary>
internal sealed class SavedSearchesClient(HttpClient http, ILogger<SavedSearchesClient> logger)
{
    private const string Root = "/api/search/saved";

    public Task<Answer<IReadOnlyList<SavedSearchResponse>>> ListAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<SavedSearchResponse>>(Root, logger, cancellationToken);

    /// <summary>The same search again changes nothing.</summary>
    public Task<Outcome> SaveAsync(string name, string query, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, Root, new SavedSearchRequest(name, query), logger, cancellationToken);

    public Task<Outcome> RenameAsync(Guid id, string name, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/{id}", new SavedSearchName(name), logger, cancellationToken);

    public Task<Outcome> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/{id}", null, logger, cancellationToken);
}
