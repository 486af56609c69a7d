using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API that has the announcements.</summary>
internal sealed class AnnouncementsClient(HttpClient http, ILogger<AnnouncementsClient> logger)
{
    private const string Root = "/api/catalogue/announcements";

    /// <summary>Those whose day has come, in the reader's language and in English: events to come first, unless the newest are asked for.</summary>
    public Task<Answer<Page<AnnouncementItem>>> ListAsync(int page, int pageSize, CancellationToken cancellationToken, bool newest = false) => http.ReadAsync<Page<AnnouncementItem>>(
        FormattableString.Invariant($"{Root}?page={page}&pageSize={pageSize}&lang={SiteLanguage.Current.Code}{(newest ? "&sort=newest" : null)}"), logger, cancellationToken);

    public Task<Answer<AnnouncementItem>> OneAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<AnnouncementItem>($"{Root}/{id}", logger, cancellationToken);

    public Task<Answer<Page<AnnouncementDraft>>> DeskAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<AnnouncementDraft>>($"{Root}/desk?{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<AnnouncementDraft>> DraftAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<AnnouncementDraft>($"{Root}/desk/{id}", logger, cancellationToken);

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> AddAsync(AnnouncementForm form, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, Root, form, logger, cancellationToken, key: key);

    /// <param name="version">Of the announcement, as the reader saw it.</param>
    public Task<Outcome> ChangeAsync(Guid id, int version, AnnouncementForm form, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/{id}", form, logger, cancellationToken, version);

    public Task<Outcome> WithdrawAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/withdraw", null, logger, cancellationToken, version);
}
