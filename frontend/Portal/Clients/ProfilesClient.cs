using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which countries write their Migration Profiles.</summary>
internal sealed class ProfilesClient(HttpClient http, ILogger<ProfilesClient> logger)
{
    private const string Root = "/api/catalogue/profiles";

    public Task<Answer<MigrationProfileItem>> GetAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<MigrationProfileItem>($"{Root}/{id}", logger, cancellationToken);

    /// <summary>Sent twice it adds one: country, year and language name it.</summary>
    public Task<Outcome> AddAsync(NewMigrationProfile profile, CancellationToken cancellationToken) => http.WriteAsync(HttpMethod.Post, Root, profile, logger, cancellationToken);

    /// <summary>Sends a document, which a profile of that country then names.</summary>
    public Task<(Outcome Outcome, SubmissionFile? File)> AddFileAsync(string country, string name, byte[] content, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{Root}/files/{country}", name, content, logger, cancellationToken);

    /// <param name="version">Of the profile, as the reader saw it.</param>
    public Task<Outcome> ChangeAsync(Guid id, int version, MigrationProfileChange change, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/{id}", change, logger, cancellationToken, version);

    public Task<Outcome> WithdrawAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/withdraw", new EntryReason(reason), logger, cancellationToken, version);
}
