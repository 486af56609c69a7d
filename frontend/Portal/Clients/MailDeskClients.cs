using PfP.Contracts;
using PfP.Contracts.Mail.Api;

namespace PfP.Portal.Clients;

/// <summary>What one service says of the mails that it sends.</summary>
internal abstract class MailDeskClient(HttpClient http, ILogger logger, string service)
{
    protected HttpClient Http => http;

    protected ILogger Logger => logger;

    protected string Root => $"/api/{service}";

    /// <summary>As it stands in its paths.</summary>
    public string Service => service;

    /// <param name="state">planned, sent or failed.</param>
    public Task<Answer<Page<MailDelivery>>> ListAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<MailDelivery>>($"{Root}/mails?state={Uri.EscapeDataString(state)}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Outcome> ResendAsync(Guid id, CancellationToken cancellationToken) => http.WriteAsync(HttpMethod.Post, $"{Root}/mails/{id}/resend", null, logger, cancellationToken);
}

/// <summary>The one that also shows which addresses are paused.</summary>
internal sealed class NotificationMailsClient(HttpClient http, ILogger<NotificationMailsClient> logger) : MailDeskClient(http, logger, "notifications")
{
    public Task<Answer<Page<PausedAddress>>> PausedAsync(int page, CancellationToken cancellationToken) =>
        Http.ReadAsync<Page<PausedAddress>>($"{Root}/paused-addresses?{ListPages.Query(page)}", Logger, cancellationToken);

    public Task<Outcome> ResumeAsync(string hash, CancellationToken cancellationToken) =>
        Http.WriteAsync(HttpMethod.Post, $"{Root}/paused-addresses/{Uri.EscapeDataString(hash)}/resume", null, Logger, cancellationToken);

    public Task<Answer<OwnAddress>> OwnAddressAsync(CancellationToken cancellationToken) => Http.ReadAsync<OwnAddress>($"{Root}/address", Logger, cancellationToken);
}

internal sealed class MemberMailsClient(HttpClient http, ILogger<MemberMailsClient> logger) : MailDeskClient(http, logger, "members");

internal sealed class CallMailsClient(HttpClient http, ILogger<CallMailsClient> logger) : MailDeskClient(http, logger, "calls");

internal sealed class CatalogueMailsClient(HttpClient http, ILogger<CatalogueMailsClient> logger) : MailDeskClient(http, logger, "catalogue");

/// <summary>All services that send.</summary>
internal sealed class MailDeskClients(NotificationMailsClient notifications, MemberMailsClient members, CallMailsClient calls, CatalogueMailsClient catalogue)
{
    public IReadOnlyList<MailDeskClient> All { get; } = [notifications, members, calls, catalogue];

    public NotificationMailsClient Addresses => notifications;

    /// <summary>Each service's page, or why there is none; they are asked at the same time.</summary>
    /// <param name="service">One of them; all where it is null.</param>
    public async Task<IReadOnlyList<(string Service, Answer<Page<MailDelivery>> Mails)>> ListAsync(string state, string? service, int page, CancellationToken cancellationToken) =>
        await Task.WhenAll(All.Where(client => service is null || client.Service == service)
            .Select(async client => (client.Service, await client.ListAsync(state, page, cancellationToken))));
}
