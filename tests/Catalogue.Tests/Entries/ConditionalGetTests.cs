using System.Net;
using System.Net.Http.Headers;
using PfP.Catalogue.Tests.Hosting;

namespace PfP.Catalogue.Tests.Entries;

public sealed class ConditionalGetTests(ArchiveHost host)
{
    [Theory]
    [InlineData("practices")]
    [InlineData("practices/prague-process")]
    [InlineData("countries")]
    [InlineData("vocabularies/themes")]
    public async Task Answer_ThatTheClientHas_IsA304(string path)
    {
        using var first = await host.AskAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/catalogue/{path}", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.True(second.Headers.CacheControl!.Public);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answer_ThatTheClientHasAnotherVersionOf_IsSentWhole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/catalogue/practices/prague-process", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\"", isWeak: true));

        using var response = await host.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Answer_WhenAskedForCompressed_IsCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/catalogue/countries", UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await host.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }
}
