using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PfP.Portal.Tests.Reviews;

/// <summary>The same figures as a table for a spreadsheet program.</summary>
public sealed class YearReviewFileTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => portal.Behind.CallsFail = portal.Members.Fails = false;

    [Fact]
    public async Task File_HasARowForEachFigure_InTheLanguageOfThePage()
    {
        using var response = await AskAsync("/fr/desk/yearly-review/2025.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("text/csv", "pfp-yearly-review-2025.csv"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("\"Année\",\"Domaine\",\"Pays ou thème\",\"Code\",\"Mesure\",\"Valeur\"", lines[0]);
        Assert.Contains("\"2025\",\"Toute la PfP\",\"\",\"\",\"Outils publiés\",\"0\"", lines);
        Assert.Contains("\"2025\",\"Pays\",\"Kenya\",\"KE\",\"Appels ouverts\",\"1200\"", lines);
        Assert.Contains("\"2025\",\"Pays\",\"Philippines\",\"PH\",\"Recommandations sans suite\",\"9\"", lines);
        Assert.Contains(lines, line => line.StartsWith("\"2025\",\"Thème\",", StringComparison.Ordinal) && line.EndsWith("\"remittances\",\"Pratiques publiées\",\"11\"", StringComparison.Ordinal));
        Assert.Equal(1 + 18 + 9 + 1, lines.Length);
    }

    [Theory]
    [InlineData("calls", "Calls opened; Calls closed")]
    [InlineData("members", "Introductions asked for")]
    public async Task File_ThatWouldNotBeComplete_IsRefused_AndSaysWhatIsMissing(string service, string missing)
    {
        (portal.Behind.CallsFail, portal.Members.Fails) = (service == "calls", service == "members");

        using var response = await AskAsync("/desk/yearly-review/2025.csv");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(missing, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("focal_point", HttpStatusCode.Forbidden)]
    [InlineData("administrator", HttpStatusCode.OK)]
    public async Task File_IsForTheSecretariat(string role, HttpStatusCode expected)
    {
        using var response = await AskAsync("/desk/yearly-review/2025.csv", role);

        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string role = "moderator")
    {
        using var client = portal.CreateReader();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Issuer.AccessToken(roles: [role]));
        return await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
    }
}
