using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Mail;

/// <summary>How a mail goes to a server that wants encryption and a name, and to which it does not.</summary>
public sealed class RelayTests
{
    private const string Password = "p@ss word";

    [Fact]
    public async Task Send_ToAServerWithAGoodCertificate_IsEncryptedAndSignedIn()
    {
        using var relay = await Relay.StartAsync();
        await using var service = await ServiceAsync(relay, Password, relay.Authority);

        await service.PlanAsync(Guid.NewGuid());

        await Eventually.TrueAsync(() => !relay.Taken.IsEmpty, "the mail");
        Assert.Equal("""{"user":"sender","secure":true,"to":["reader@example.org"]}""", relay.Taken.Single());
    }

    [Fact]
    public async Task Send_WithAnotherPassword_GivesNothing()
    {
        using var relay = await Relay.StartAsync();
        await using var service = await ServiceAsync(relay, "another", relay.Authority);

        await WaitsAsync(service, "AuthenticationException");

        Assert.Empty(relay.Taken);
    }

    [Theory]
    [InlineData(true, "localhost", false, "SslHandshakeException")]
    [InlineData(true, "other.example", true, "SslHandshakeException")]
    [InlineData(false, "localhost", true, "NotSupportedException")]
    public async Task Send_WhereNobodyCanTellWhoListens_GivesNothing(bool offersTls, string name, bool isTrusted, string error)
    {
        using var relay = await Relay.StartAsync(offersTls, name);
        await using var service = await ServiceAsync(relay, Password, isTrusted ? relay.Authority : "");

        await WaitsAsync(service, error);

        Assert.Empty(relay.Taken);
    }

    private static Task<MailService> ServiceAsync(Relay relay, string password, string authority) => MailService.StartAsync(
        server: relay.With(password), settings: [("Mail:StartTls", "true"), ("Mail:CertificateAuthority", authority)]);

    private static async Task WaitsAsync(MailService service, string error)
    {
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries where state = 'waiting'") == error, error);
        Assert.DoesNotContain(service.Log, line => line.Contains(Password, StringComparison.Ordinal));
    }
}
