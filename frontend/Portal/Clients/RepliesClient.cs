using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the calls' API through which calls are replied to, and replies read and answered.</summary>
internal sealed class RepliesClient(HttpClient http, ILogger<RepliesClient> logger)
{
    private const string Root = "/api/calls";

    public Task<Answer<OwnReply>> OwnAsync(string slug, CancellationToken cancellationToken) => http.ReadAsync<OwnReply>(OwnPath(slug), logger, cancellationToken);

    public Task<Answer<Page<OwnReply>>> OwnAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<OwnReply>>($"{Root}/replies?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Outcome> ReplyAsync(string slug, ReplyForm form, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, OwnPath(slug), form, logger, cancellationToken);

    public Task<(Outcome Outcome, SubmissionFile? File)> AddFileAsync(string slug, string name, byte[] content, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{OwnPath(slug)}/files", name, content, logger, cancellationToken);

    public Task<Outcome> WithdrawAsync(string slug, CancellationToken cancellationToken) => http.WriteAsync(HttpMethod.Delete, OwnPath(slug), null, logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> SendAsync(string slug, GuestReplyForm form, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, GuestPath(slug), form, logger, cancellationToken, key: key);

    /// <param name="key">With which the reply will be sent.</param>
    public Task<(Outcome Outcome, SubmissionFile? File)> AddFileAsync(string slug, string name, byte[] content, string key, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{GuestPath(slug)}/files", name, content, logger, cancellationToken, key);

    /// <summary>Asked by whoever has the link.</summary>
    public Task<Answer<GuestReply>> ReadAsync(string token, CancellationToken cancellationToken) => http.ReadAsync<GuestReply>(LinkPath(token), logger, cancellationToken);

    public Task<Outcome> ConfirmAsync(string token, CancellationToken cancellationToken) => http.WriteAsync(HttpMethod.Post, LinkPath(token), null, logger, cancellationToken);

    public Task<Outcome> EraseAsync(string token, CancellationToken cancellationToken) => http.WriteAsync(HttpMethod.Delete, LinkPath(token), null, logger, cancellationToken);

    /// <param name="sort">One of <see cref="ReplyOrders"/>.</param>
    public Task<Answer<Page<ReceivedReply>>> ReceivedAsync(Guid call, string sort, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<ReceivedReply>>($"{QueryHelpers.AddQueryString(ReceivedPath(call), "sort", sort)}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Outcome> AnswerAsync(Guid call, Guid reply, int version, string text, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{ReceivedPath(call)}/{reply}/answer", new NewReplyAnswer(text), logger, cancellationToken, version);

    /// <summary>Of the call's replies; their table is at the same path with <c>.csv</c>, also for browsers.</summary>
    public static string ReceivedPath(Guid call) => $"{Root}/submissions/{call}/replies";

    /// <summary>Where a file of the reader's own reply is saved from.</summary>
    public static string OwnFilePath(string slug, Guid file) => $"{OwnPath(slug)}/files/{file}";

    /// <summary>The same for whoever has the link.</summary>
    public static string LinkFilePath(string token, Guid file) => $"{Root}/replies/guest/files/{file}?token={Uri.EscapeDataString(token)}";

    private static string GuestPath(string slug) => $"{Root}/{Uri.EscapeDataString(slug)}/guest-replies";

    private static string OwnPath(string slug) => $"{Root}/{Uri.EscapeDataString(slug)}/reply";

    private static string LinkPath(string token) => $"{Root}/replies/guest?token={Uri.EscapeDataString(token)}";
}
