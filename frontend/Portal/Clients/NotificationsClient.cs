using PfP.Contracts.Calls.Api;
using PfP.Contracts.Mail.Api;
using PfP.Contracts.Notifications.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The API of the mails that members get about calls and what they follow.</summary>
internal sealed class NotificationsClient(HttpClient http, ILogger<NotificationsClient> logger)
{
    private const string Root = "/api/notifications";

    /// <summary>What the member follows, with titles in the language of the page.</summary>
    public Task<Answer<IReadOnlyList<FollowedCall>>> FollowsAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<FollowedCall>>($"{Root}/follows?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    public Task<Outcome> FollowAsync(Guid callId, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/follows/calls/{callId}", null, logger, cancellationToken);

    public Task<Outcome> UnfollowAsync(Guid callId, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/follows/calls/{callId}", null, logger, cancellationToken);

    /// <summary>The entries of the catalogue that they follow.</summary>
    public Task<Answer<IReadOnlyList<FollowedEntry>>> FollowedEntriesAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<FollowedEntry>>($"{Root}/follows/entries?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    public Task<Outcome> FollowEntryAsync(Guid entryId, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/follows/entries/{entryId}", null, logger, cancellationToken);

    public Task<Outcome> UnfollowEntryAsync(Guid entryId, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/follows/entries/{entryId}", null, logger, cancellationToken);

    /// <summary>It concerns them not: no following, and no more mails about it.</summary>
    public Task<Outcome> DeclineAsync(Guid callId, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/follows/calls/{callId}/not-for-us", null, logger, cancellationToken);

    /// <summary>How many would be told of such a call of that owner if it opened now.</summary>
    public Task<Answer<MatchCounts>> MatchesAsync(IEnumerable<string> countriesWanted, IEnumerable<string> themes, string owner, CancellationToken cancellationToken)
    {
        var query = countriesWanted.Select(code => $"countriesWanted={code}").Concat(themes.Select(theme => $"themes={theme}")).Append($"owner={Uri.EscapeDataString(owner)}");
        return http.ReadAsync<MatchCounts>($"{Root}/matches?{string.Join('&', query)}", logger, cancellationToken);
    }

    /// <summary>The mails about such a call; null where they cannot be told.</summary>
    public async Task<IReadOnlyList<CallMail>?> CallMailsAsync(CallOutlook outlook, string language, CancellationToken cancellationToken)
    {
        IReadOnlyList<CallMail>? mails = null;
        await http.WriteAsync(
            HttpMethod.Post, $"{Root}/call-mails?lang={language}", outlook, logger, cancellationToken,
            read: async (content, aborted) => mails = await content.ReadFromJsonAsync<IReadOnlyList<CallMail>>(aborted));
        return mails;
    }

    public Task<Answer<PreferencesResponse>> PreferencesAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<PreferencesResponse>($"{Root}/preferences", logger, cancellationToken);

    public Task<Outcome> PreferAsync(PreferencesRequest preferences, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/preferences", preferences, logger, cancellationToken);

    /// <param name="token">Of the mail, which says whose mails stop, and which.</param>
    public Task<Outcome> UnsubscribeAsync(string token, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/unsubscribe?token={Uri.EscapeDataString(token)}", null, logger, cancellationToken);
}
