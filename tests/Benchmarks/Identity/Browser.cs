using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace PfP.Benchmarks.Identity;

/// <summary>Somebody with a new browser who signs in, and the client they sign in to.</summary>
internal sealed partial class Browser(ServerProcess server) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() });
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static async Task<TokenAnswer> SignInAsync(ServerProcess server, TokenClient client)
    {
        using var browser = new Browser(server);
        return (await client.RedeemAsync(await browser.CodeAsync(), browser.verifier)).Answer;
    }

    public void Dispose() => http.Dispose();

    private async Task<string> CodeAsync()
    {
        var next = new Uri(server.Address, QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = Registration.Site,
            ["redirect_uri"] = Registration.RedirectUri,
            ["scope"] = "openid profile offline_access",
            ["state"] = "state",
            ["nonce"] = "nonce",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }));
        while (!next.AbsoluteUri.StartsWith(Registration.RedirectUri, StringComparison.Ordinal))
        {
            next = await FollowAsync(next);
        }

        return QueryHelpers.ParseQuery(next.Query)["code"] is [{ } code] ? code : throw new InvalidOperationException($"No code: {next}");
    }

    private async Task<Uri> FollowAsync(Uri address)
    {
        using var response = await http.GetAsync(address);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            // Who shows a page wants the password.
            using var posted = await http.PostAsync(address, Form(await response.Content.ReadAsStringAsync()));
            return Target(address, posted);
        }

        return Target(address, response);
    }

    private static FormUrlEncodedContent Form(string page) => new(
    [
        new("_handler", "sign-in"), new("__RequestVerificationToken", AntiforgeryToken().Match(page).Groups[1].Value),
        new("email", Registration.Email), new("password", Registration.Password),
    ]);

    private static Uri Target(Uri address, HttpResponseMessage response) => response.Headers.Location is { } location
        ? new(address, location)
        : throw new InvalidOperationException($"{address} answers {response.StatusCode}.");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
