using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which the secretariat decides about published entries.</summary>
internal sealed class DeskEntriesClient(HttpClient http, ILogger<DeskEntriesClient> logger)
{
    private const string Root = "/api/catalogue/entries";

    public Task<Answer<DeskEntry>> GetAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<DeskEntry>($"{Root}/{id}", logger, cancellationToken);

    public Task<Answer<EntryCounts>> CountsAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<EntryCounts>(CountsPath(id), logger, cancellationToken);

    /// <summary>Followed by .csv, the address of the table.</summary>
    public static string CountsPath(Guid id) => $"{Root}/{id}/counts";

    /// <param name="version">Of the entry, as the reader saw it.</param>
    /// <param name="step">archive, withdraw or merge.</param>
    /// <param name="body">An <see cref="EntryReason"/> or an <see cref="EntryMerge"/>.</param>
    public Task<Outcome> StepAsync(Guid id, int version, string step, object body, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/{step}", body, logger, cancellationToken, version);

    /// <param name="list">sessions or recommendations.</param>
    /// <returns>The submission by which it is corrected.</returns>
    public async Task<(Outcome Outcome, Guid? Correction)> CorrectAsync(string list, string slug, CancellationToken cancellationToken)
    {
        SubmissionResponse? begun = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Root}/{list}/{Uri.EscapeDataString(slug)}/correction", null, logger, cancellationToken,
            read: async (content, aborted) => begun = await content.ReadFromJsonAsync<SubmissionResponse>(aborted));
        return (outcome, begun?.Id);
    }
}
