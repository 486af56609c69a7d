using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Delivery;

/// <summary>Reminders and news of an entry go to whoever acts for the owner at that time, and to nobody else.</summary>
public sealed class OwnerMailTests(NotificationsHost host)
{
    private static ReviewDue Due(string owner) => new(Guid.CreateVersion7(), "pension-records", "Pension records", owner, new(2026, 11, 1));

    [Fact]
    public async Task Review_IsRemindedOf_ToFocalPointsOfTheOwner_Once()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var (focal, member, other, past) = (await ActingAsync(owner, "focal_point", "fr"), await ActingAsync(owner, "member"), await ActingAsync("country:XX", "focal_point"), await ActingAsync(owner, "focal_point"));
        await AppointAsync(past.MemberId, 3, owner, []);
        var due = Due(owner);

        await host.PublishAsync(due);
        await host.PublishAsync(due);
        var mail = await host.Sink.NextAsync(focal.Contact.Email);
        await host.PublishAsync(due with { EntryId = Guid.CreateVersion7(), Title = "Another" });
        await Eventually.TrueAsync(() => Task.FromResult(host.To(focal.Contact).Count() > 1), "the second practice");

        Assert.Equal(("À revoir : Pension records", "https://pfp.example.org/fr/contribute/practices/pension-records"), (mail.Subject, mail.Links.First().AbsoluteUri));
        Assert.Equal(2, host.To(focal.Contact).Count());
        Assert.Empty(host.To(member.Contact).Concat(host.To(other.Contact)).Concat(host.To(past.Contact)));
    }

    [Fact]
    public async Task Review_WhereNoFocalPointIs_IsRemindedOfToMembers()
    {
        var owner = $"organisation:{Guid.NewGuid():n}";
        var member = await ActingAsync(owner, "member");

        await host.PublishAsync(Due(owner));

        Assert.Equal("Please look at it again: Pension records", (await host.Sink.NextAsync(member.Contact.Email)).Subject);
    }

    [Fact]
    public async Task Review_OfATool_LeadsToThatTool()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner, "focal_point");

        await host.PublishAsync(Due(owner) with { Kind = "tool" });

        Assert.EndsWith("/contribute/tools/pension-records", (await host.Sink.NextAsync(focal.Contact.Email)).Links.First().AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_ToWhomSomebodySucceededBeforeItLeft_IsDropped()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner, "focal_point");
        host.Sink.Refuse(focal.Contact.Email, SmtpFault.RefuseForNow);
        await host.PublishAsync(Due(owner));
        await host.IsPostponedAsync(focal.MemberId, "SMTP 451");

        await AppointAsync(focal.MemberId, 3, owner, []);
        await host.HurryAsync(focal.MemberId);

        await host.EndsAsync(focal.MemberId, "practice-review-due", "dropped");
        Assert.Empty(host.To(focal.Contact));
    }

    [Fact]
    public async Task Merge_IsToldToTheOwnerOnce_AndLeadsToWhatStays()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner, "focal_point", "es");
        var merged = new EntryMerged(Guid.CreateVersion7(), 3, "Pension records", owner, "/practices/portable-pensions");

        await host.PublishAsync(merged);
        await host.PublishAsync(merged);
        var mail = await host.Sink.NextAsync(focal.Contact.Email);

        Assert.Equal(("Unida a otra ficha: Pension records", "https://pfp.example.org/es/practices/portable-pensions"), (mail.Subject, mail.Links.First().AbsoluteUri));
        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{focal.MemberId}'"));
    }

    private async Task<MemberApproved> ActingAsync(string entity, string role, string language = "en")
    {
        var member = await host.MemberAsync(language: language);
        await AppointAsync(member.MemberId, 2, entity, [role]);
        return member;
    }

    private async Task AppointAsync(Guid member, int version, string entity, string[] roles)
    {
        await host.PublishAsync(new MemberAppointed(member, version, roles) { Entity = entity });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from appointments where member_id = '{member}'") == version, "the appointment");
    }
}
