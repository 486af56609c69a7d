using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Text;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which members answer for published practices and policy tools, asked as the member whose page this is.</summary>
internal sealed class OwnEntriesClient(HttpClient http, ILogger<OwnEntriesClient> logger)
{

    public Task<Answer<Page<OwnPractice>>> ListAsync(string kind, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<OwnPractice>>($"{Root(kind)}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<OwnPractice>> GetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<OwnPractice>(Address(kind, slug), logger, cancellationToken);

    public Task<Outcome> AdoptAsync(string kind, string slug, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(kind, slug)}/adopt", null, logger, cancellationToken);

    /// <param name="version">Of the entry, as the reader saw it.</param>
    public Task<Outcome> ConfirmAsync(string kind, string slug, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(kind, slug)}/confirm", null, logger, cancellationToken, version);

    /// <returns>The submission by which it is corrected.</returns>
    public async Task<(Outcome Outcome, Guid? Correction)> CorrectAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        SubmissionResponse? correction = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Address(kind, slug)}/correction", null, logger, cancellationToken, null, null,
            async (content, aborted) => correction = await content.ReadFromJsonAsync<SubmissionResponse>(aborted));
        return (outcome, correction?.Id);
    }

    private static string Root(string kind) => $"/api/catalogue/own/{Kinds.List(kind)}";

    private static string Address(string kind, string slug) => $"{Root(kind)}/{Uri.EscapeDataString(slug)}";
}
