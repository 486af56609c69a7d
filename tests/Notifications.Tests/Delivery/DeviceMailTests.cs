using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Delivery;

public sealed class DeviceMailTests(NotificationsHost host)
{
    [Fact]
    public async Task NewDevice_IsToldWithTheMembersOwnTime()
    {
        var member = await host.MemberAsync(language: "fr", timeZone: "Africa/Nairobi");

        await host.PublishAsync(new DeviceSignedIn(member.MemberId, Guid.CreateVersion7(), new(2026, 1, 31, 22, 30, 0, TimeSpan.Zero), "Firefox, Linux"));
        var mail = await host.Sink.NextAsync(member.Contact.Email);

        Assert.Equal("Nouvelle connexion à votre compte PfP", mail.Subject);
        Assert.Contains("Firefox, Linux, le dimanche 1 février 2026 01:30 (Africa/Nairobi)", mail.Text, StringComparison.Ordinal);
        Assert.Equal("https://pfp.example.org/fr/account/security", mail.Links.First().AbsoluteUri);
    }
}
