using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which members answer for published practices, asked as the member whose page this is.</summary>
internal sealed class OwnPracticesClient(HttpClient http, ILogger<OwnPracticesClient> logger)
{
    private const string Root = "/api/catalogue/own/practices";

    public Task<Answer<Page<OwnPractice>>> ListAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<OwnPractice>>($"{Root}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<OwnPractice>> GetAsync(string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<OwnPractice>(Address(slug), logger, cancellationToken);

    public Task<Outcome> AdoptAsync(string slug, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(slug)}/adopt", null, logger, cancellationToken);

    /// <param name="version">Of the practice, as the reader saw it.</param>
    public Task<Outcome> ConfirmAsync(string slug, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(slug)}/confirm", null, logger, cancellationToken, version);

    /// <returns>The submission by which it is corrected.</returns>
    public async Task<(Outcome Outcome, Guid? Correction)> CorrectAsync(string slug, CancellationToken cancellationToken)
    {
        SubmissionResponse? correction = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Address(slug)}/correction", null, logger, cancellationToken, null, null,
            async (content, aborted) => correction = await content.ReadFromJsonAsync<SubmissionResponse>(aborted));
        return (outcome, correction?.Id);
    }

    private static string Address(string slug) => $"{Root}/{Uri.EscapeDataString(slug)}";
}
