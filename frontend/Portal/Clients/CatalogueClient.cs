using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The catalogue's API, in the language of the page.</summary>
internal sealed class CatalogueClient(HttpClient http, ILogger<CatalogueClient> logger)
{
    private static readonly Dictionary<string, string?> NoFilter = [];

    /// <param name="list">practices, tools, sessions or recommendations.</param>
    public Task<Answer<Page<EntrySummary>>> EntriesAsync(
        string list, int page, int pageSize, CancellationToken cancellationToken, string sort = "newest", IReadOnlyDictionary<string, string?>? filter = null)
    {
        var query = new Dictionary<string, string?>(filter ?? NoFilter)
        {
            ["page"] = Invariant(page),
            ["pageSize"] = Invariant(pageSize),
            ["sort"] = sort,
        };
        return ReadAsync<Page<EntrySummary>>(list, cancellationToken, query);
    }

    public Task<Answer<EntryResponse>> EntryAsync(string list, string slug, int? version, CancellationToken cancellationToken) =>
        ReadAsync<EntryResponse>(version is null ? $"{list}/{Uri.EscapeDataString(slug)}" : $"{list}/{Uri.EscapeDataString(slug)}/versions/{version}", cancellationToken);

    public Task<Answer<IReadOnlyList<VersionResponse>>> VersionsAsync(string list, string slug, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<VersionResponse>>($"{list}/{Uri.EscapeDataString(slug)}/versions", cancellationToken);

    /// <summary>Asked as the member whose page this is.</summary>
    public Task<Answer<IReadOnlyList<ContactResponse>>> ContactsAsync(string list, string slug, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<ContactResponse>>($"{list}/{Uri.EscapeDataString(slug)}/contacts", cancellationToken);

    /// <summary>For the secretariat.</summary>
    public Task<Answer<CatalogueYear>> YearAsync(int year, CancellationToken cancellationToken) => ReadAsync<CatalogueYear>($"years/{Invariant(year)}", cancellationToken);

    public Task<Answer<StatisticsResponse>> StatisticsAsync(CancellationToken cancellationToken) => ReadAsync<StatisticsResponse>("statistics", cancellationToken);

    public Task<Answer<IReadOnlyList<CountryResponse>>> CountriesAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<CountryResponse>>("countries", cancellationToken);

    public Task<Answer<CountryResponse>> CountryAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync<CountryResponse>($"countries/{Uri.EscapeDataString(code)}", cancellationToken);

    /// <summary>The Migration Profiles of a country.</summary>
    public Task<Answer<Page<MigrationProfileItem>>> ProfilesAsync(string country, int page, CancellationToken cancellationToken) =>
        ReadAsync<Page<MigrationProfileItem>>("profiles", cancellationToken, new() { ["country"] = country, ["page"] = Invariant(page), ["pageSize"] = Invariant(ListPages.Size) });

    public Task<Answer<Page<OrganisationResponse>>> OrganisationsAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        ReadAsync<Page<OrganisationResponse>>("organisations", cancellationToken, new() { ["page"] = Invariant(page), ["pageSize"] = Invariant(pageSize) });

    public Task<Answer<OrganisationResponse>> OrganisationAsync(string slug, CancellationToken cancellationToken) =>
        ReadAsync<OrganisationResponse>($"organisations/{Uri.EscapeDataString(slug)}", cancellationToken);

    public Task<Answer<IReadOnlyList<SummitResponse>>> SummitsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SummitResponse>>("summits", cancellationToken);

    public Task<Answer<SummitResponse>> SummitAsync(int number, CancellationToken cancellationToken) =>
        ReadAsync<SummitResponse>($"summits/{Invariant(number)}", cancellationToken);

    private Task<Answer<T>> ReadAsync<T>(string path, CancellationToken cancellationToken, Dictionary<string, string?>? query = null)
        where T : class =>
        http.ReadAsync<T>(QueryHelpers.AddQueryString($"/api/catalogue/{path}", new Dictionary<string, string?>(query ?? NoFilter) { ["lang"] = SiteLanguage.Current.Code }), logger, cancellationToken);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
