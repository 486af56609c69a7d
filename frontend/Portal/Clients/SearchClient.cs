using PfP.Contracts.Search.Api;
using PfP.Design.Languages;
using PfP.Portal.Searching;

namespace PfP.Portal.Clients;

/// <summary>The search API, in the language of the page.</summary>
internal sealed class SearchClient(HttpClient http, ILogger<SearchClient> logger)
{
    public Task<Answer<SearchResponse>> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        http.ReadAsync<SearchResponse>($"/api/search{InLanguage(query)}", logger, cancellationToken);

    public Task<Answer<MapResponse>> MapAsync(SearchQuery query, CancellationToken cancellationToken) =>
        http.ReadAsync<MapResponse>($"/api/search/map{InLanguage(query.WithoutPaging())}", logger, cancellationToken);

    private static string InLanguage(SearchQuery query) => query.With("lang", SiteLanguage.Current.Code).ToString();
}
