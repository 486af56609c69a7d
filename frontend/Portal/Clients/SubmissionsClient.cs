using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which practices and policy tools come in, asked as the member whose page this is.</summary>
internal sealed class SubmissionsClient(HttpClient http, ILogger<SubmissionsClient> logger)
{
    private const string Root = "/api/catalogue/submissions";

    public Task<Answer<Page<SubmissionSummary>>> OwnAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SubmissionSummary>>($"{Root}?{ListPages.Query(page)}", logger, cancellationToken);

    /// <param name="filter">state, owner and assigned, as the API has them.</param>
    public Task<Answer<Page<SubmissionSummary>>> QueueAsync(IEnumerable<KeyValuePair<string, string?>> filter, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SubmissionSummary>>($"{QueryHelpers.AddQueryString($"{Root}/queue", filter)}&{ListPages.Query(page)}", logger, cancellationToken);

    /// <summary>What the secretariat enters for others.</summary>
    public Task<Answer<Page<SubmissionSummary>>> OnBehalfAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SubmissionSummary>>($"{Root}/queue/on-behalf?{ListPages.Query(page)}", logger, cancellationToken);

    /// <param name="list">sessions or recommendations: those that the secretariat is writing.</param>
    public Task<Answer<Page<SubmissionSummary>>> OfSecretariatAsync(string list, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SubmissionSummary>>($"{Root}/queue/{list}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<IReadOnlyList<string>>> OwnersAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<string>>($"{Root}/queue/owners", logger, cancellationToken);

    public Task<Answer<SubmissionResponse>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<SubmissionResponse>($"{Root}/{id}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    /// <param name="onBehalfOf">For whom the secretariat enters it; nobody but the reader's own where it is left out.</param>
    public Task<(Outcome Outcome, SubmissionResponse? Submission)> StartAsync(string kind, SubmissionForm form, string key, CancellationToken cancellationToken, string? onBehalfOf = null) =>
        SendAsync(HttpMethod.Post, $"{Root}?kind={kind}{(onBehalfOf is null ? null : $"&onBehalfOf={Uri.EscapeDataString(onBehalfOf)}")}", form, null, key, cancellationToken);

    public Task<(Outcome Outcome, SubmissionResponse? Submission)> SaveAsync(Guid id, int version, SubmissionForm form, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, $"{Root}/{id}", form, version, null, cancellationToken);

    public Task<(Outcome Outcome, SubmissionFile? File)> AddFileAsync(Guid id, string name, byte[] content, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{Root}/{id}/files", name, content, logger, cancellationToken);

    public async Task<(Outcome Outcome, NewClearanceLink? Link)> MakeClearanceAsync(Guid id, CancellationToken cancellationToken)
    {
        NewClearanceLink? link = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Root}/{id}/clearance", null, logger, cancellationToken,
            read: async (answer, aborted) => link = await answer.ReadFromJsonAsync<NewClearanceLink>(aborted));
        return (outcome, link);
    }

    public Task<Outcome> EndClearanceAsync(Guid id, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/{id}/clearance", null, logger, cancellationToken);

    /// <summary>Asked by whoever has the link.</summary>
    public Task<Answer<ClearanceText>> ClearanceAsync(string token, CancellationToken cancellationToken) =>
        http.ReadAsync<ClearanceText>($"/api/catalogue/clearance?token={Uri.EscapeDataString(token)}", logger, cancellationToken);

    public async Task<Outcome> SayAsync(Guid id, string text, string key, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/messages", new SubmissionRemark(text), null, key, cancellationToken)).Outcome;

    /// <param name="step">submit, publish-at-once, take-back, publish, published/confirm, published/request-changes, request-changes, refuse, take or give-back.</param>
    public async Task<Outcome> StepAsync(Guid id, int version, string step, SubmissionRemark? remark, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/{step}", remark, version, null, cancellationToken)).Outcome;

    /// <summary>Takes back what was published directly.</summary>
    public async Task<Outcome> WithdrawAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/published/withdraw", new EntryReason(reason), version, null, cancellationToken)).Outcome;

    /// <param name="on">Null takes an earlier day back.</param>
    public async Task<Outcome> ScheduleAsync(Guid id, int version, DateOnly? on, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/schedule", new PublicationDay(on), version, null, cancellationToken)).Outcome;

    public Task<Outcome> DiscardAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/{id}", null, logger, cancellationToken, version);

    private async Task<(Outcome Outcome, SubmissionResponse? Submission)> SendAsync(
        HttpMethod method, string path, object? body, int? version, string? key, CancellationToken cancellationToken)
    {
        SubmissionResponse? submission = null;
        var outcome = await http.WriteAsync(
            method, path, body, logger, cancellationToken, version, key, async (content, aborted) => submission = await content.ReadFromJsonAsync<SubmissionResponse>(aborted));
        return (outcome, submission);
    }
}
