using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API by which what the secretariat entered for others is confirmed.</summary>
internal sealed class ConfirmationsClient(HttpClient http, ILogger<ConfirmationsClient> logger)
{
    public Task<Outcome> AskAsync(Guid submission, int version, ConfirmationRequest request, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"/api/catalogue/submissions/{submission}/confirmation", request, logger, cancellationToken, version);

    /// <summary>Asked by whoever has the link.</summary>
    public Task<Answer<ConfirmationText>> ReadAsync(string token, CancellationToken cancellationToken) =>
        http.ReadAsync<ConfirmationText>(PathOf(token), logger, cancellationToken);

    public Task<Outcome> AnswerAsync(string token, ConfirmationAnswer answer, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, PathOf(token), answer, logger, cancellationToken);

    private static string PathOf(string token) => $"/api/catalogue/confirmation?token={Uri.EscapeDataString(token)}";
}
