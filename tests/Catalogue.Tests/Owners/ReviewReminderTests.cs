using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Owners;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Tests.Owners;

/// <summary>Owners are told once that a practice has to be looked at again, and anew once it was and two more years have gone by.</summary>
public sealed class ReviewReminderTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Practice_ThatIsDue_IsToldOnce_ByHoweverManyReplicas()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var (due, later) = (await PublishedAsync("Due for review", member, moderator), await PublishedAsync("Verified just now", member, moderator));
        await FallsDueAsync(due, "2026-01-31");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RemindAsync()));
        await FallsDueAsync(due, "2026-02-28");
        await RemindAsync();

        var told = await host.Published.OfAsync<ReviewDue>(review => review.Slug == due, 2);
        Assert.Equal([new(2026, 1, 31), new(2026, 2, 28)], told.Select(review => review.DueOn).Order());
        Assert.Equal(("Due for review", "country:MD"), (told[0].Title, told[0].Owner));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.ReviewReminders.CountAsync(reminder => db.Entries.Any(entry => entry.Id == reminder.EntryId && entry.Slug == later), Cancellation)));
    }

    [Fact]
    public async Task Practice_OfNobody_OrWithdrawn_IsNotTold()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var (ofNobody, withdrawn) = (await PublishedAsync("Due and nobody's", member, moderator), await PublishedAsync("Due and withdrawn", member, moderator));
        await FallsDueAsync(ofNobody, "2026-01-31");
        await FallsDueAsync(withdrawn, "2026-01-31");
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update entries set owner_country = null where slug = {ofNobody}", Cancellation));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update entries set state = 'withdrawn' where slug = {withdrawn}", Cancellation));

        await RemindAsync();

        Assert.Equal(0, await host.InDatabaseAsync(db => db.ReviewReminders.CountAsync(
            reminder => db.Entries.Any(entry => entry.Id == reminder.EntryId && (entry.Slug == ofNobody || entry.Slug == withdrawn)), Cancellation)));
    }

    private Task<int> RemindAsync() => host.Services.GetRequiredService<ReviewReminder>().RemindAsync(Cancellation);

    private static async Task<string> PublishedAsync(string title, Contributing member, Contributing moderator)
    {
        var draft = await member.StartAsync(Contributing.Complete with { Title = title });
        return (await member.PublishAsync(draft, draft.Form, moderator)).Slug!;
    }

    private Task<int> FallsDueAsync(string slug, string day) => host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
        $$"""
        update entry_revisions set content = jsonb_set(content, '{nextReview}', to_jsonb({{day}}::text))
        where entry_id = (select id from entries where slug = {{slug}})
        """,
        Cancellation));
}
