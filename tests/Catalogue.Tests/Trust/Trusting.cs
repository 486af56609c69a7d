using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Trust;

internal static class Trusting
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>As a moderator of no country.</summary>
    public static async Task TrustAsync(this CatalogueHost host, string owner)
    {
        using var answer = await host.TellAsync(HttpMethod.Put, owner);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public static async Task<HttpResponseMessage> TellAsync(this CatalogueHost host, HttpMethod method, string owner, string? entity = null, Guid? member = null)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Issuer.AccessToken(member, ["moderator"], entity));
        return await client.SendAsync(method, $"/api/catalogue/trusted-owners/{owner}", null, null, null, Cancellation);
    }

    public static Task<HttpResponseMessage> PublishAtOnceAsync(this Contributing focalPoint, SubmissionResponse draft, string query = "", object? body = null) =>
        focalPoint.SendAsync(HttpMethod.Post, $"/{draft.Id}/publish-at-once{query}", body, draft.Version);

    /// <summary>Published directly, for a country that is trusted.</summary>
    public static async Task<SubmissionResponse> PublishedAtOnceAsync(this Contributing focalPoint, SubmissionForm form, SubmissionResponse? draft = null)
    {
        draft = draft is null ? await focalPoint.StartAsync(form) : await focalPoint.DoAsync(HttpMethod.Put, $"/{draft.Id}", form, draft.Version);
        return await focalPoint.DoAsync(HttpMethod.Post, $"/{draft.Id}/publish-at-once", version: draft.Version);
    }

    public static async Task<IEnumerable<Guid>> ToReviewAsync(this Contributing moderator, string owner) =>
        (await moderator.ReadAsync<Page<SubmissionSummary>>($"/queue?state=to_review&owner={owner}&pageSize=100")).Items.Select(item => item.Id);
}
