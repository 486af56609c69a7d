using Npgsql;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>The contact of an entry on its way through every service, and past every cache.</summary>
public sealed class ContactTests(RunningSystem system)
{
    private const string Practice = "/practices/prague-process";
    private const string Mailbox = "migration@ministry.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contact_ShownToAMember_IsShownToNoVisitorBeforeOrAfter()
    {
        await GiveContactAsync();
        using var visitor = new HttpClient { BaseAddress = new(system.Address) };
        Assert.DoesNotContain(Mailbox, await visitor.GetStringAsync(Practice, Cancellation), StringComparison.Ordinal);

        var member = await system.OpenAsync(Practice);
        await member.Locator("#entry-contact a[href^='/bff/login']").ClickAsync();
        await member.EnterPasswordAsync("member@example.org", system.SamplePassword);
        await member.ArriveAsync($"**{Practice}");
        Assert.Equal(Mailbox, await member.Locator("main a[href^='mailto:migration@']").InnerTextAsync());
        await member.CloseAsync();

        Assert.DoesNotContain(Mailbox, await visitor.GetStringAsync(Practice, Cancellation), StringComparison.Ordinal);
        using var refused = await visitor.GetAsync(new Uri($"/api/catalogue{Practice}/contacts", UriKind.Relative), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private async Task GiveContactAsync()
    {
        await using var catalogue = NpgsqlDataSource.Create(await system.SettingAsync("ConnectionStrings__catalogue"));
        await using var command = catalogue.CreateCommand($"""
            insert into entry_contacts (entry_id, position, name, email) select id, 1, 'Migration unit', '{Mailbox}' from entries where slug = 'prague-process'
            """);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
    }
}
