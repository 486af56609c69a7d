using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PfP.Portal.Components;
using PfP.Testing.Identity;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The portal as it runs, before services that a test can break.</summary>
public sealed class PortalFixture : WebApplicationFactory<App>, IAsyncLifetime
{
    private FakeServices? services;

    public FakeServices Behind => services!;

    public TestIssuer Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        services = await FakeServices.StartAsync();
        Issuer = await TestIssuer.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Behind.DisposeAsync();
        await Issuer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public HttpClient CreateReader() => CreateClient(new() { AllowAutoRedirect = false });

    public async Task<Visit> VisitAsync(string path, string? token = null)
    {
        using var client = CreateReader();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await new HtmlParser(default, BrowsingContext.New()).ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        return new Visit(response.StatusCode, response.Headers, html, document);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("services:catalogue:http:0", Behind.Address);
        builder.UseSetting("services:search:http:0", Behind.Address);
        builder.UseSetting("Authentication:Issuer", Issuer.Address);
    }
}

public sealed record Visit(System.Net.HttpStatusCode Status, System.Net.Http.Headers.HttpResponseHeaders Headers, string Html, IHtmlDocument Page)
{
    public string Text(string selector) => Page.QuerySelector(selector)?.TextContent.Trim() ?? throw new InvalidOperationException($"The page has no {selector}.");

    public IReadOnlyList<string> Links(string selector) => [.. Page.QuerySelectorAll($"{selector} a[href]").Select(link => link.GetAttribute("href")!)];
}
