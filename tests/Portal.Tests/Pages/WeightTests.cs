using System.IO.Compression;
using System.Net.Http.Headers;

namespace PfP.Portal.Tests.Pages;

public sealed class WeightTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int Budget = 100_000;
    private const int MapBudget = 250_000;

    // What map.js loads when the map comes into view.
    private static readonly string[] MapAttributes = ["data-leaflet", "data-topology", "data-shapes"];

    [Theory]
    [MemberData(nameof(PageTypes.All), MemberType = typeof(PageTypes))]
    public async Task FirstVisit_Always_StaysWithinItsBudget(string path)
    {
        var visit = await portal.VisitAsync(path);
        var parts = visit.Page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img, image")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
            .Concat(MapAttributes.Select(name => visit.Page.QuerySelector("#map")?.GetAttribute(name)))
            .OfType<string>().Append(path).Distinct().ToList();

        var sizes = await Task.WhenAll(parts.Select(async part => (part, Size: await CompressedSizeAsync(part))));

        var isMap = path.StartsWith("/map", StringComparison.Ordinal);
        Assert.True(sizes.Sum(part => part.Size) <= (isMap ? MapBudget : Budget), string.Join(", ", sizes));
        Assert.True(parts.Count >= 4, "The page has lost its style sheet or script.");
    }

    private async Task<long> CompressedSizeAsync(string path)
    {
        using var client = portal.CreateReader();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return body.Length;
        }

        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(body, TestContext.Current.CancellationToken);
        }

        return compressed.Length;
    }
}
