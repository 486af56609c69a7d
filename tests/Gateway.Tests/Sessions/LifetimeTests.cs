using Npgsql;
using PfP.Gateway.Tests.Provider;
using PfP.Testing;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>When sessions end by themselves, and what is left of them.</summary>
public sealed class LifetimeTests : IClassFixture<MisbehavingSystem>
{
    private readonly MisbehavingSystem _system;

    public LifetimeTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    [Fact]
    public async Task Session_ThatNobodyUsedForEightHours_IsOver()
    {
        using var browser = await SignInAsync();

        _system.Clock.Advance(TimeSpan.FromHours(7));
        Assert.True(await browser.IsSignedInAsync());
        _system.Clock.Advance(TimeSpan.FromHours(7));
        Assert.True(await browser.IsSignedInAsync());
        _system.Clock.Advance(TimeSpan.FromHours(8));
        Assert.False(await browser.IsSignedInAsync());
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task Session_ThatIsUsedAllDay_IsOverAfterADay()
    {
        using var browser = await SignInAsync();

        for (var hour = 0; hour < 23; hour++)
        {
            _system.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await browser.IsSignedInAsync());
        }

        _system.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Row_OfASessionThatIsOver_IsDeleted()
    {
        using var browser = await SignInAsync();
        var key = await ScalarAsync<byte[]>("select key from sessions order by created_at desc limit 1");
        _system.Clock.Advance(TimeSpan.FromHours(25));

        await _system.AddGatewayAsync();

        await Eventually.TrueAsync(
            async () => await ScalarAsync<long>($"select count(*) from sessions where key = '\\x{Convert.ToHexString(key)}'") == 0, "the row is deleted");
    }

    [Fact]
    public async Task Row_CopiedOverAnother_SignsNobodyIn()
    {
        using var victim = await SignInAsync();
        using var attacker = await SignInAsync();

        await ScalarAsync<object>("update sessions set secrets = (select secrets from sessions order by created_at desc offset 1 limit 1) where key = (select key from sessions order by created_at desc limit 1) returning 1");

        Assert.True(await victim.IsSignedInAsync());
        Assert.False(await attacker.IsSignedInAsync());
    }

    [Fact]
    public async Task Keys_InTheDatabase_AreSealed()
    {
        using var browser = await SignInAsync();

        var keys = await ScalarAsync<string>("select string_agg(xml, ' ') from data_protection_keys");

        Assert.Contains("<sealed", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_WithAnotherSecret_ReadsNoSession()
    {
        using var browser = await SignInAsync();
        (string, string)[] headers = [("Cookie", $"{browser.SessionName}={browser.Session}"), ("Host", browser.Home.Authority)];
        var same = await _system.AddGatewayAsync();
        var other = await _system.AddGatewayAsync(("SharedKeys:Secret", "another secret, just as long as the first"));

        Assert.Contains("Test Member", await AnswerCacheTests.BodyAsync(await same.GetAsync("/bff/user", headers)), StringComparison.Ordinal);
        Assert.DoesNotContain("Test Member", await AnswerCacheTests.BodyAsync(await other.GetAsync("/bff/user", headers)), StringComparison.Ordinal);
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = _system.OpenBrowser();
        await browser.SignInAsync();
        return browser;
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_system.Database);
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
