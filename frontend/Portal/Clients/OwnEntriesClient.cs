using PfP.Contracts;
using PfP.Contracts.Catalogue;
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

    public Task<Answer<EntryCounts>> CountsAsync(string kind, string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<EntryCounts>(CountsPath(kind, slug), logger, cancellationToken);

    /// <summary>Followed by .csv, the address of the table.</summary>
    public static string CountsPath(string kind, string slug) => $"{Address(kind, slug)}/counts";

    public Task<Outcome> AdoptAsync(string kind, string slug, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(kind, slug)}/adopt", null, logger, cancellationToken);

    /// <param name="version">Of the entry, as the reader saw it.</param>
    public Task<Outcome> ConfirmAsync(string kind, string slug, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Address(kind, slug)}/confirm", null, logger, cancellationToken, version);

    /// <returns>The submission by which it is corrected.</returns>
    public Task<(Outcome Outcome, Guid? Correction)> CorrectAsync(string kind, string slug, CancellationToken cancellationToken) =>
        BeginAsync($"{Address(kind, slug)}/correction", null, null, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<(Outcome Outcome, Guid? Lesson)> AddLessonAsync(string slug, SubmissionForm form, string key, CancellationToken cancellationToken) =>
        BeginAsync($"{Address(EntryKinds.Practice, slug)}/lessons", form, key, cancellationToken);

    private async Task<(Outcome Outcome, Guid? Submission)> BeginAsync(string path, SubmissionForm? form, string? key, CancellationToken cancellationToken)
    {
        SubmissionResponse? begun = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, path, form, logger, cancellationToken, null, key, async (content, aborted) => begun = await content.ReadFromJsonAsync<SubmissionResponse>(aborted));
        return (outcome, begun?.Id);
    }

    private static string Root(string kind) => $"/api/catalogue/own/{Kinds.List(kind)}";

    private static string Address(string kind, string slug) => $"{Root(kind)}/{Uri.EscapeDataString(slug)}";
}
