using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PfP.Identity.Tests.Hosting;

/// <summary>A browser without script: keeps cookies, follows nothing by itself, and sends forms as they are on the page.</summary>
internal sealed class Visitor : IDisposable
{
    public const string SessionCookie = "pfp-account-80=";

    private static int addresses;

    private readonly HttpClient client;

    public Visitor(WebApplicationFactory<Program> host, string? address = null)
    {
        client = host.CreateClient(new() { AllowAutoRedirect = false });
        var number = Interlocked.Increment(ref addresses);
        Address = address ?? $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}";
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    public string Address { get; }

    public HttpClient Client => client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Visit> GetAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), Cancellation);
        return await Visit.ReadAsync(path, response);
    }

    /// <summary>Opens the page and sends its form of that name.</summary>
    public async Task<Visit> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) => await SubmitAsync(await GetAsync(path), form, fields);

    public async Task<Visit> SubmitAsync(Visit page, string form, params (string Name, string Value)[] fields)
    {
        var values = page.Fields(form).ToList();
        foreach (var field in fields)
        {
            values.RemoveAll(value => value.Key == field.Name);
            values.Add(new(field.Name, field.Value));
        }

        return await PostAsync(page.Path, values);
    }

    public async Task<Visit> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        using var content = new FormUrlEncodedContent(values);
        using var response = await client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, Cancellation);
        return await Visit.ReadAsync(path, response);
    }

    public void Dispose() => client.Dispose();
}

/// <summary>A page as it came.</summary>
internal sealed record Visit(string Path, HttpStatusCode Status, string? Location, IReadOnlyList<string> Cookies, string Html, IHtmlDocument Page)
{
    public string Text => Page.QuerySelector("main")?.TextContent ?? Html;

    /// <summary>What the summary on top says is wrong.</summary>
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".error-summary li").Select(line => line.TextContent.Trim())];

    public static async Task<Visit> ReadAsync(string path, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = await new HtmlParser(default, BrowsingContext.New()).ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToArray() : [];
        return new(path, response.StatusCode, response.Headers.Location?.OriginalString, cookies, html, page);
    }

    public IEnumerable<KeyValuePair<string, string>> Fields(string form)
    {
        var element = Page.Forms.FirstOrDefault(candidate => candidate.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
            ?? throw new InvalidOperationException($"{Path} ({Status}) has no form {form}: {Text}");
        foreach (var control in element.QuerySelectorAll("input[name]:not([type=checkbox]), input[type=checkbox][checked], select[name], textarea[name]"))
        {
            yield return new(control.GetAttribute("name")!, control switch
            {
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                _ => control.GetAttribute("value") ?? "",
            });
        }
    }
}
