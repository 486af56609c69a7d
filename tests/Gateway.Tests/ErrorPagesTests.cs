using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData("/practices", "en", "This page cannot be shown just now", "href=\"/\"")]
    [InlineData("/fr/practices", "fr", "Cette page ne peut pas", "href=\"/fr\"")]
    [InlineData("/es/practices", "es", "Esta p", "href=\"/es\"")]
    public async Task Portal_WhenDown_IsExplainedInTheReadersLanguage(string path, string language, string title, string home)
    {
        await using var gateway = StartWithNobodyBehind();

        var response = await gateway.GetAsync(path, ("Accept", "text/html,application/xhtml+xml"));

        Assert.Contains((int)response.StatusCode, (int[])[502, 503]);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains(home, page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/account/sign-in", "Signing in is not possible just now")]
    [InlineData("POST", "/fr/account/sign-in", "La connexion n’est pas possible")]
    [InlineData("GET", "/connect/authorize?client_id=x", "Signing in is not possible just now")]
    [InlineData("GET", "/es/account/security", "Esta página no se puede mostrar")]
    public async Task Service_ThatSaysNothingButThatItIsAway_IsExplained(string method, string path, string title)
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.SendAsync(new(method), path, ("Accept", "text/html"));

        Assert.Equal((503, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(title, System.Net.WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WhenDown_AnswersWithProblemDetails()
    {
        await using var gateway = StartWithNobodyBehind();

        var response = await gateway.GetAsync("/api/search?q=remittances", ("Accept", "text/html"));

        Assert.Contains((int)response.StatusCode, (int[])[502, 503]);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("127.0.0.1", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_InTheErrorPage_CannotBecomeMarkup()
    {
        await using var gateway = StartWithNobodyBehind();

        var response = await gateway.GetAsync("/practices?q=\"><script>alert(1)</script>", ("Accept", "text/html"));

        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Catalogue_WhenSearchIsDown_StaysReadable()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var withoutSearch = TestGateway.Start(
            ("services:catalogue:http:0", upstream.Address), ("services:portal:http:0", upstream.Address), ("services:search:http:0", "http://127.0.0.1:1"));

        Assert.Equal(200, (int)(await withoutSearch.GetAsync("/practices/a")).StatusCode);
        Assert.Equal(200, (int)(await withoutSearch.GetAsync("/api/catalogue/practices/a")).StatusCode);
        Assert.Contains((int)(await withoutSearch.GetAsync("/api/search?q=a")).StatusCode, (int[])[502, 503]);
        Assert.Equal(200, (int)(await withoutSearch.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Service_ThatNeverAnswers_IsGivenUp()
    {
        await using var upstream = await Upstream.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        await using var gateway = TestGateway.Start(upstream, ("ReverseProxy:Clusters:portal:HttpRequest:ActivityTimeout", "00:00:00.5"));

        var response = await gateway.GetAsync("/practices", ("Accept", "text/html"));

        Assert.Equal(504, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Error_ThatAServiceExplainsItself_IsPassedOnUntouched()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = 410;
            return context.Response.WriteAsync("withdrawn on 3 May");
        });
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.GetAsync("/practices/a", ("Accept", "text/html"));

        Assert.Equal(410, (int)response.StatusCode);
        Assert.Equal("withdrawn on 3 May", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/health/details")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/unknown/practices")]
    public async Task Internals_AreNotShownOutside(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal(404, (int)(await gateway.GetAsync(path)).StatusCode);
        Assert.Empty(upstream.Seen);
    }

    [Theory]
    [InlineData("/api/catalogue/openapi.json")]
    [InlineData("/api/search/openapi.json")]
    public async Task ApiDescription_HasAPublicAddress(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal(200, (int)(await gateway.GetAsync(path)).StatusCode);
        Assert.Equal("/openapi/v1.json", Assert.Single(upstream.Seen).Target);
    }

    private static TestGateway StartWithNobodyBehind() => TestGateway.Start(
        ("services:catalogue:http:0", "http://127.0.0.1:1"), ("services:search:http:0", "http://127.0.0.1:1"), ("services:portal:http:0", "http://127.0.0.1:1"));
}
