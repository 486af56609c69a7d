using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Provider;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>Keys change without anybody noticing: the next is published before it signs, the last until nothing it signed is good any more.</summary>
public sealed class KeyRotationTests(IdentityHost host)
{
    private static readonly ProviderOptions Options = new();
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KeyRing Ring = new([SigningKey.Create(Start), SigningKey.Create(Start + Options.KeyLifetime)], Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OidccServerRotateKeys_Always_OverlapsAndChangesTheSigner()
    {
        using var machine = new RelyingParty(host, TestClient.Machine);
        await machine.TokenAsync(("grant_type", "client_credentials"));
        var newest = (await ReadStoreAsync(host.Clock.GetUtcNow())).Keys[^1];
        host.Clock.Advance(newest.SignsFrom + Options.KeyLifetime - Options.KeyAnnouncement + TimeSpan.FromMinutes(2) - host.Clock.GetUtcNow());

        var announced = await KeyIdsAsync(machine);
        var last = await SignerAsync(machine);
        host.Clock.Advance(Options.KeyAnnouncement + TimeSpan.FromMinutes(2));
        var next = await SignerAsync(machine);
        var overlapping = await KeyIdsAsync(machine);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var after = await KeyIdsAsync(machine);

        Assert.Equal(newest.Id, last);
        Assert.NotEqual(last, next);
        Assert.Contains(next, announced);
        Assert.Contains(last, overlapping);
        Assert.DoesNotContain(last, after);
    }

    [Fact]
    public void Key_BeforeItsTime_IsPublishedAndDoesNotSign()
    {
        var before = Start + Options.KeyLifetime - TimeSpan.FromSeconds(1);

        Assert.Equal(Ring.Keys[0], Ring.SignerAt(before));
        Assert.Equal(Ring.Keys, Ring.PublishedAt(before, Options.TokenLifetime));
    }

    [Fact]
    public void Key_AfterItsTime_IsPublishedUntilEveryTokenIsOver()
    {
        var change = Start + Options.KeyLifetime;

        Assert.Equal(Ring.Keys[1], Ring.SignerAt(change));
        Assert.Equal(Ring.Keys, Ring.PublishedAt(change + Options.TokenLifetime, Options.TokenLifetime));
        Assert.Equal([Ring.Keys[1]], Ring.PublishedAt(change + Options.TokenLifetime + TimeSpan.FromMinutes(11), Options.TokenLifetime));
    }

    [Fact]
    public void Key_AfterALongRest_IsAnnouncedAllTheSameBeforeItSigns()
    {
        var late = Start + Options.KeyLifetime * 5;

        Assert.Equal(late + Options.KeyAnnouncement, Ring.NextDueAt(late, Options));
    }

    [Fact]
    public async Task Replicas_ThatComeAtOnce_MakeOneKey()
    {
        var later = (await ReadStoreAsync(host.Clock.GetUtcNow())).Keys[^1].SignsFrom + Options.KeyLifetime * 2;

        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReadStoreAsync(later)));

        Assert.Single(rings.Select(ring => string.Join(' ', ring.Keys.Select(key => key.Id))).Distinct());
    }

    [Fact]
    public async Task Database_Always_HoldsKeysSealed()
    {
        await ReadStoreAsync(host.Clock.GetUtcNow());

        var rows = await host.InDatabaseAsync(db => db.Database.SqlQuery<string>($"select protected_key as \"Value\" from provider.signing_keys").ToListAsync(Cancellation));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Throws<System.Security.Cryptography.CryptographicException>(() => SigningKey.Read(Convert.FromBase64String(row), Start)));
    }

    /// <summary>Else who reads the database could open the signing keys, and every cookie.</summary>
    [Fact]
    public async Task Database_Always_HoldsTheKeysOfThoseKeysSealed()
    {
        await ReadStoreAsync(host.Clock.GetUtcNow());

        var rows = await host.InDatabaseAsync(db => db.Database.SqlQuery<string>($"select xml as \"Value\" from provider.data_protection_keys").ToListAsync(Cancellation));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("<sealed", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain("masterKey", row, StringComparison.Ordinal));
    }

    private Task<KeyRing> ReadStoreAsync(DateTimeOffset now) => host.Services.GetRequiredService<SigningKeyStore>().ReadAsync(now, Cancellation);

    private static async Task<IReadOnlyList<string>> KeyIdsAsync(RelyingParty client) =>
        [.. new JsonWebKeySet(await client.Http.GetStringAsync("/connect/jwks", Cancellation)).Keys.Select(key => key.Kid)];

    private static async Task<string> SignerAsync(RelyingParty machine) => (await machine.TokenAsync(("grant_type", "client_credentials"))).Access.Kid;
}
