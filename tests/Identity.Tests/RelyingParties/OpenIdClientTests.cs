using System.Diagnostics;
using System.Text.Json;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;

namespace PfP.Identity.Tests.RelyingParties;

/// <summary>A certified relying-party library, which nobody here wrote, against the running service.</summary>
public sealed class OpenIdClientTests(RelyingPartyHost host) : IClassFixture<RelyingPartyHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenIdClient_FromDiscoveryToLogout_GoesThroughEveryStep()
    {
        await host.WaitForMemberAsync("member@example.org", Cancellation);

        var (exitCode, steps, errors) = await RunAsync(JsonSerializer.Serialize(new
        {
            issuer = host.Address,
            site = new { id = TestClient.Site.Id, secret = TestClient.Site.Secret, redirectUri = TestClient.Site.RedirectUri, signedOut = TestClient.SignedOut, scope = "openid profile email offline_access" },
            other = new { id = TestClient.Other.Id, secret = TestClient.Other.Secret, redirectUri = TestClient.Other.RedirectUri, scope = "openid offline_access" },
            machine = new { id = TestClient.Machine.Id, secret = TestClient.Machine.Secret },
            email = "member@example.org",
            password = People.Password,
        }));

        Assert.True(exitCode == 0, $"{steps}{errors}");
        Assert.Equal(
            [
                "discovery", "code and PKCE", "code used twice is refused", "userinfo", "refresh", "signed in at a second site without asking again",
                "revocation", "client credentials", "logout",
            ],
            steps.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int ExitCode, string Steps, string Errors)> RunAsync(string situation)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "Identity.Tests", "RelyingParties", "relying-party.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RELYING_PARTY"] = situation;
        using var process = Process.Start(start)!;
        var (steps, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await steps, await errors);
    }
}
