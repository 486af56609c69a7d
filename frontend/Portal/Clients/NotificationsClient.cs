namespace PfP.Portal.Clients;

/// <summary>The API of the mails that members get about calls.</summary>
internal sealed class NotificationsClient(HttpClient http, ILogger<NotificationsClient> logger)
{
    /// <param name="token">Of the mail, which says whose mails stop, and which.</param>
    public Task<Outcome> UnsubscribeAsync(string token, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"/api/notifications/unsubscribe?token={Uri.EscapeDataString(token)}", null, logger, cancellationToken);
}
