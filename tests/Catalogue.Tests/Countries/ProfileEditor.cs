using System.Net.Http.Headers;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Countries;

/// <summary>A member at work on Migration Profiles.</summary>
internal sealed class ProfileEditor : IDisposable
{
    private const string Api = "/api/catalogue/profiles";
    private readonly HttpClient client;
    private readonly CatalogueHost host;

    public ProfileEditor(CatalogueHost host, string role, string? entity, Guid? member = null)
    {
        this.host = host;
        client = host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(member, [role], entity));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static NewMigrationProfile Profile(string country, string year = "2015", string language = "en", string url = "https://example.org/first", string? title = null) =>
        new(country, year, language, url, title);

    public void Dispose() => client.Dispose();

    /// <param name="profile">What is typed, or a body that says more than that.</param>
    public Task<HttpResponseMessage> AddAsync(object profile) => client.SendAsync(HttpMethod.Post, Api, profile, null, null, Cancellation);

    public async Task<MigrationProfileItem> AddedAsync(NewMigrationProfile profile)
    {
        using var response = await AddAsync(profile);
        Assert.True(response.IsSuccessStatusCode, $"{profile}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<MigrationProfileItem>(Cancellation))!;
    }

    public Task<HttpResponseMessage> GetAsync(Guid id) => client.SendAsync(HttpMethod.Get, $"{Api}/{id}", null, null, null, Cancellation);

    public Task<HttpResponseMessage> ChangeAsync(Guid id, int? version, string url, string? title = null) =>
        client.SendAsync(HttpMethod.Put, $"{Api}/{id}", new MigrationProfileChange(url, title), version, null, Cancellation);

    public Task<HttpResponseMessage> WithdrawAsync(Guid id, int? version, string? reason = "The document has moved.") =>
        client.SendAsync(HttpMethod.Post, $"{Api}/{id}/withdraw", new EntryReason(reason), version, null, Cancellation);

    public async Task<HttpResponseMessage> SendFileAsync(string country, string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        return await client.PostAsync(new Uri($"{Api}/files/{country}?name={Uri.EscapeDataString(name)}", UriKind.Relative), body, Cancellation);
    }

    /// <returns>Its address.</returns>
    public async Task<string> SentFileAsync(string country, string name, byte[] content)
    {
        using var response = await SendFileAsync(country, name, content);
        Assert.True(response.IsSuccessStatusCode, $"{name}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        var file = (await response.Content.ReadFromJsonAsync<SubmissionFile>(Cancellation))!;
        return FileAddress.Of(MigrationProfiles.FilesAddress, file.Id, file.Name);
    }

    /// <summary>What everybody reads of a country.</summary>
    public async Task<IReadOnlyList<MigrationProfileItem>> PublicAsync(string country) => (await host.GetAsync<Page<MigrationProfileItem>>($"profiles?country={country}")).Items;
}
