using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Members;

public sealed class ErasureTests(NotificationsHost host)
{
    [Fact]
    public async Task ErasedMember_LeavesNoPersonalDataInAnyTable()
    {
        var member = await host.MemberAsync("Erased Person", invited: false);
        await host.PublishAsync(new DeviceSignedIn(member.MemberId, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "Erasedbrowser, Linux"));
        await host.EndsAsync(member.MemberId, "new-device", "sent");
        Assert.Contains("members", await TablesWithAsync("Erased Person"));
        Assert.Contains("new_devices", await TablesWithAsync("Erasedbrowser"));
        await FailedMessage.AddAsync(host.DatabaseConnectionString, $"{member.MemberId} Erased Person", TestContext.Current.CancellationToken);

        await host.PublishAsync(new MemberErased(member.MemberId, 9));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select state from members where id = '{member.MemberId}'") == "erased", "the erasure");

        Assert.Empty(await TablesWithAsync("Erased Person"));
        Assert.Empty(await TablesWithAsync("Erasedbrowser"));
        Assert.Empty(await TablesWithAsync(member.Contact.Email));
        Assert.Equal(["members"], await TablesWithAsync(member.MemberId.ToString()));
    }

    [Fact]
    public async Task ErasedMember_IsNotBroughtBackByALateEvent()
    {
        var member = await host.MemberAsync();
        await host.PublishAsync(new MemberErased(member.MemberId, 9));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select state from members where id = '{member.MemberId}'") == "erased", "the erasure");

        await host.PublishAsync(new MemberContactChanged(member.MemberId, 8, member.Contact));
        await host.PublishAsync(member with { Version = 7, Invited = false });

        await host.EndsAsync(member.MemberId, "membership-approved", "dropped");
        Assert.Empty(await TablesWithAsync(member.Contact.Email));
        Assert.Empty(host.To(member.Contact));
    }

    [Fact]
    public async Task ErasedMember_GetsNoMailThatWaited()
    {
        var contact = new MemberContact("Gone", $"{Guid.CreateVersion7():N}@example.org", "en", "UTC");
        var id = Guid.CreateVersion7();
        host.Sink.Refuse(contact.Email, SmtpFault.RefuseForNow);
        await host.PublishAsync(new MemberApproved(id, 1, contact, ["member"]));
        await host.IsPostponedAsync(id, "SMTP 451");

        await host.PublishAsync(new MemberErased(id, 2));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select state from members where id = '{id}'") == "erased", "the erasure");

        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{id}'"));
        Assert.Empty(host.To(contact));
    }

    [Fact]
    public async Task ChangedContact_IsUsedFromThenOn()
    {
        var member = await host.MemberAsync();
        var moved = member.Contact with { Email = $"moved-{member.Contact.Email}", Language = "es" };
        await host.PublishAsync(new MemberContactChanged(member.MemberId, 2, moved));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from members where id = '{member.MemberId}'") == 2, "the change");

        await host.PublishAsync(new DeviceSignedIn(member.MemberId, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "Firefox, Linux"));

        Assert.Equal("Nuevo inicio de sesión en su cuenta de PfP", (await host.Sink.NextAsync(moved.Email)).Subject);
        Assert.Empty(host.To(member.Contact));
    }

    private async Task<string[]> TablesWithAsync(string text)
    {
        var found = new List<string>();
        foreach (var table in (await host.ScalarAsync<string[]>("select array_agg(tablename::text) from pg_tables where schemaname = 'public'"))!)
        {
            if (await host.ScalarAsync<long>($"select count(*) from {table} as t where t::text like '%{text}%'") > 0)
            {
                found.Add(table);
            }
        }

        return [.. found];
    }
}
