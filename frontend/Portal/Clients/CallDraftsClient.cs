using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the calls' API through which calls come in and are changed, asked as the member whose page this is.</summary>
internal sealed class CallDraftsClient(HttpClient http, ILogger<CallDraftsClient> logger)
{
    private const string Root = "/api/calls/submissions";

    public Task<Answer<Page<CallSubmissionSummary>>> OwnAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<CallSubmissionSummary>>($"{Root}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<Page<CallSubmissionSummary>>> QueueAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<CallSubmissionSummary>>($"{QueryHelpers.AddQueryString($"{Root}/queue", "state", state)}&{ListPages.Query(page)}", logger, cancellationToken);

    /// <summary>What waits for the reader.</summary>
    public Task<Answer<Page<DeskItem>>> DeskAsync(CancellationToken cancellationToken) => http.ReadAsync<Page<DeskItem>>($"{Root}/desk?{ListPages.Query(1)}", logger, cancellationToken);

    public Task<Answer<CallSubmission>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<CallSubmission>($"{Root}/{id}", logger, cancellationToken);

    /// <summary>What its mails are made of, and those that its service sends.</summary>
    public Task<Answer<CallOutlookMails>> MailsAsync(Guid id, string language, CancellationToken cancellationToken) =>
        http.ReadAsync<CallOutlookMails>($"{Root}/{id}/mails?lang={language}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<(Outcome Outcome, CallSubmission? Call)> StartAsync(CallForm form, string key, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Root, form, null, key, cancellationToken);

    public Task<(Outcome Outcome, CallSubmission? Call)> SaveAsync(Guid id, int version, CallForm form, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, $"{Root}/{id}", form, version, null, cancellationToken);

    public Task<(Outcome Outcome, SubmissionFile? File)> AddFileAsync(Guid id, string name, byte[] content, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{Root}/{id}/files", name, content, logger, cancellationToken);

    /// <summary>For those who see the call on its way in.</summary>
    public static string FilePath(Guid id, Guid file) => $"{Root}/{id}/files/{file}";

    /// <param name="step">submit, take-back, publish, request-changes or refuse.</param>
    public async Task<Outcome> StepAsync(Guid id, int version, string step, SubmissionRemark? remark, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/{step}", remark, version, null, cancellationToken)).Outcome;

    /// <param name="step">extend or reopen.</param>
    public async Task<Outcome> MoveAsync(Guid id, int version, string step, NewDeadline deadline, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/{step}", deadline, version, null, cancellationToken)).Outcome;

    public async Task<Outcome> CancelAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/cancel", new CancelledFor(reason), version, null, cancellationToken)).Outcome;

    public async Task<Outcome> TellOutcomeAsync(Guid id, int version, CallOutcome outcome, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/outcome", outcome, version, null, cancellationToken)).Outcome;

    public async Task<Outcome> CorrectAsync(Guid id, int version, CallWords words, CancellationToken cancellationToken) =>
        (await SendAsync(HttpMethod.Post, $"{Root}/{id}/correct", words, version, null, cancellationToken)).Outcome;

    public Task<Outcome> DiscardAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/{id}", null, logger, cancellationToken, version);

    public Task<Answer<CallContact>> ContactAsync(string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<CallContact>($"/api/calls/{Uri.EscapeDataString(slug)}/contact", logger, cancellationToken);

    private async Task<(Outcome Outcome, CallSubmission? Call)> SendAsync(
        HttpMethod method, string path, object? body, int? version, string? key, CancellationToken cancellationToken)
    {
        CallSubmission? call = null;
        var outcome = await http.WriteAsync(
            method, path, body, logger, cancellationToken, version, key, async (content, aborted) => call = await content.ReadFromJsonAsync<CallSubmission>(aborted));
        return (outcome, call);
    }
}
