using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The calls' API, in the language of the page.</summary>
internal sealed class CallsClient(HttpClient http, ILogger<CallsClient> logger)
{
    /// <param name="filter">Parameters of the list, such as <c>status</c> or <c>country</c>; repeated ones are alternatives.</param>
    public Task<Answer<Page<CallSummary>>> ListAsync(int page, int pageSize, CancellationToken cancellationToken, params IEnumerable<KeyValuePair<string, string?>> filter) =>
        ReadAsync<Page<CallSummary>>("", [.. filter, new("page", Invariant(page)), new("pageSize", Invariant(pageSize))], cancellationToken);

    public Task<Answer<CallResponse>> CallAsync(string slug, CancellationToken cancellationToken) =>
        ReadAsync<CallResponse>($"/{Uri.EscapeDataString(slug)}", [], cancellationToken);

    /// <summary>For the secretariat.</summary>
    public Task<Answer<CallsYear>> YearAsync(int year, CancellationToken cancellationToken) => ReadAsync<CallsYear>($"/years/{Invariant(year)}", [], cancellationToken);

    private Task<Answer<T>> ReadAsync<T>(string path, IEnumerable<KeyValuePair<string, string?>> query, CancellationToken cancellationToken)
        where T : class =>
        http.ReadAsync<T>(QueryHelpers.AddQueryString($"/api/calls{path}", query.Append(new("lang", SiteLanguage.Current.Code))), logger, cancellationToken);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
