using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Keeps cookies and follows redirects step by step, as a browser does; a replica can be asked under the first one's name.</summary>
internal sealed class Browser(TestGateway gateway) : IDisposable
{
    private const int MostSteps = 12;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public CookieContainer Cookies { get; } = new();

    public Uri Home => gateway.Address;

    public string SessionName => $"pfp-{Home.Port}-session";

    public string? Session => Cookies.GetCookies(Home)[SessionName]?.Value;

    /// <summary>Signs in and comes back to <paramref name="returnUrl"/>.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string returnUrl = "/practices")
    {
        var response = await FollowAsync(await GetAsync($"/bff/login?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.NotNull(Session);
        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, null, headers);

    /// <summary>Sends a form as one of the site's own pages would.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, address, new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)), ("Sec-Fetch-Site", "same-origin"));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var uri = new Uri(Home, address);
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        if (Cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Cookies.SetCookies(uri, cookie);
        }

        return response;
    }

    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage response, Func<Uri, bool>? until = null)
    {
        for (var step = 0; response.Headers.Location is { } location; step++)
        {
            Assert.True(step < MostSteps, "The redirects lead in a circle.");
            Assert.Contains((int)response.StatusCode, (int[])[302, 303]);
            var next = new Uri(response.RequestMessage!.RequestUri!, location);
            if (until?.Invoke(next) == true)
            {
                return response;
            }

            response = await GetAsync(next.ToString());
        }

        return response;
    }

    public async Task<JsonElement> UserAsync() =>
        await (await GetAsync("/bff/user")).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public async Task<bool> IsSignedInAsync() => (await UserAsync()).GetProperty("signedIn").GetBoolean();

    public void Dispose() => _http.Dispose();
}
