using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the members API in which members find and write to each other, asked as the member whose page this is.</summary>
internal sealed class DirectoryClient(HttpClient http, ILogger<DirectoryClient> logger)
{
    private const string Root = "/api/members";

    public Task<Answer<Page<DeskItem>>> DeskAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<DeskItem>>($"{Root}/desk?{ListPages.Query(page)}", logger, cancellationToken);

    /// <param name="filter">q, country, organisation, type, offers, seeks, language.</param>
    public Task<Answer<Page<MemberSummary>>> MembersAsync(IReadOnlyDictionary<string, string> filter, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<MemberSummary>>(
            QueryHelpers.AddQueryString($"{Root}/directory?{ListPages.Query(page)}", filter.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)), logger, cancellationToken);

    public Task<Answer<IReadOnlyList<SuggestedPeer>>> SuggestedAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<SuggestedPeer>>($"{Root}/directory/suggested", logger, cancellationToken);

    public Task<Answer<MemberProfile>> MemberAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<MemberProfile>($"{Root}/directory/{id}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> AskAsync(Guid to, string message, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/introductions", new IntroductionRequest(to, message), logger, cancellationToken, key: key);

    public Task<Answer<Page<IntroductionResponse>>> IntroductionsAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<IntroductionResponse>>($"{Root}/introductions?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<IntroductionResponse>> IntroductionAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<IntroductionResponse>($"{Root}/introductions/{id}", logger, cancellationToken);

    /// <param name="answer">accept, decline or withdraw.</param>
    public Task<Outcome> AnswerAsync(Guid id, int version, string answer, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/introductions/{id}/{answer}", null, logger, cancellationToken, version: version);

    /// <param name="entry">Only those about it.</param>
    public Task<Answer<Page<ThreadSummary>>> ThreadsAsync(int page, Guid? entry, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<ThreadSummary>>($"{Root}/threads?{ListPages.Query(page)}{(entry is { } about ? $"&entry={about}" : "")}", logger, cancellationToken);

    public Task<Answer<ThreadResponse>> ThreadAsync(Guid id, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<ThreadResponse>($"{Root}/threads/{id}?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Outcome> WriteAsync(Guid thread, string text, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/threads/{thread}/messages", new MessageRequest(text), logger, cancellationToken, key: key);

    public Task<Answer<EngagementCounts>> EngagementCountsAsync(Guid entry, CancellationToken cancellationToken) =>
        http.ReadAsync<EngagementCounts>($"{Root}/engagement-counts/{entry}", logger, cancellationToken);

    /// <summary>What the reader has opened about that entry, newest first.</summary>
    public Task<Answer<IReadOnlyList<EngagementResponse>>> OwnEngagementsAsync(Guid entry, CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<EngagementResponse>>($"{Root}/engagements/of/{entry}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public async Task<(Outcome Outcome, Guid? Thread)> EngageAsync(EngagementRequest request, string key, CancellationToken cancellationToken)
    {
        Guid? thread = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Root}/engagements", request, logger, cancellationToken, key: key,
            read: async (content, token) => thread = (await content.ReadFromJsonAsync<EngagementResponse>(token))?.ThreadId);
        return (outcome, thread);
    }

    /// <param name="outcome">agreed or not_now.</param>
    public Task<Outcome> CloseEngagementAsync(Guid thread, int version, string outcome, string message, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/threads/{thread}/close", new EngagementCloseRequest(outcome) { Message = message }, logger, cancellationToken, version: version);

    public Task<Outcome> ShareContactsAsync(Guid thread, bool share, CancellationToken cancellationToken) =>
        http.WriteAsync(share ? HttpMethod.Post : HttpMethod.Delete, $"{Root}/threads/{thread}/share-contacts", null, logger, cancellationToken);

    public Task<Outcome> ReportAsync(AbuseReportRequest report, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/abuse-reports", report, logger, cancellationToken);
}
