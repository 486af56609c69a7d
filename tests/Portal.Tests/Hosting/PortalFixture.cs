using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PfP.Portal.Components;
using PfP.Testing.Identity;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The portal as it runs, before services that a test can break.</summary>
public sealed class PortalFixture : WebApplicationFactory<App>, IAsyncLifetime
{
    private FakeServices? services;

    public FakeServices Behind => services!;

    public TestIssuer Issuer { get; private set; } = null!;

    /// <summary>Part of the same service as the issuer.</summary>
    public FakeMembers Members { get; } = new();

    public async ValueTask InitializeAsync()
    {
        services = await FakeServices.StartAsync();
        Issuer = await TestIssuer.StartAsync((_, app) =>
        {
            Members.Map(app);
            Behind.Mails.Map(app, "members");
        });
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
        using var client = CreateReader(token);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Opens the page and sends its form of that name, as a browser without script does; hidden fields as they are unless given.</summary>
    public Task<Visit> SubmitAsync(string path, string form, string? token, params (string Name, string Value)[] fields) => SubmitAsync(path, form, token, [], fields);

    /// <param name="files">The field, and the name and content of a file that is chosen there.</param>
    public async Task<Visit> SubmitAsync(string path, string form, string? token, (string Field, string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        using var client = CreateReader(token);
        var uri = new Uri(path, UriKind.Relative);
        using var opened = await client.GetAsync(uri, TestContext.Current.CancellationToken);
        var page = await ReadAsync(opened);
        var element = page.Page.Forms.Single(candidate => candidate.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in element.QuerySelectorAll("input[type=hidden]").Where(input => fields.All(field => field.Name != input.GetAttribute("name"))))
        {
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        using var sent = await client.PostAsync(uri, content, TestContext.Current.CancellationToken);
        return await ReadAsync(sent);
    }

    private HttpClient CreateReader(string? token)
    {
        var client = CreateReader();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static async Task<Visit> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await new HtmlParser(default, BrowsingContext.New()).ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        return new Visit(response.StatusCode, response.Headers, html, document);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("services:catalogue:http:0", Behind.Address);
        builder.UseSetting("services:calls:http:0", Behind.Address);
        builder.UseSetting("services:search:http:0", Behind.Address);
        builder.UseSetting("services:notifications:http:0", Behind.Address);
        builder.UseSetting("services:identity:http:0", Issuer.Address);
        builder.UseSetting("Authentication:Issuer", Issuer.Address);
        builder.UseSetting("SharedKeys:Secret", "only for tests, and as long as it has to be");
        builder.UseSetting("ConnectionStrings:web", "Host=127.0.0.1;Port=1");
        // Where replicas find each other's keys is the gateway's test.
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()));
    }
}

public sealed record Visit(System.Net.HttpStatusCode Status, System.Net.Http.Headers.HttpResponseHeaders Headers, string Html, IHtmlDocument Page)
{
    public string Text(string selector) => Page.QuerySelector(selector)?.TextContent.Trim() ?? throw new InvalidOperationException($"The page has no {selector}.");

    public IReadOnlyList<string> Links(string selector) => [.. Page.QuerySelectorAll($"{selector} a[href]").Select(link => link.GetAttribute("href")!)];
}
