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
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Practice_ThatIsDue_IsToldOnce_ByHoweverManyReplicas()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var slug = await PublishedAsync("Due for review", member, moderator);
        var day = Today.AddMonths(24);

        await RemindAsync(day.AddDays(-1));
        Assert.Equal(0, await RemindersAsync(slug));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RemindAsync(day)));
        await RemindAsync(day.AddDays(30));

        Assert.Equal(1, await RemindersAsync(slug));
        var told = Assert.Single(await host.Published.OfAsync<ReviewDue>(review => review.Slug == slug, 1));
        Assert.Equal(("Due for review", "country:MD", day), (told.Title, told.Owner, told.DueOn));
    }

    [Fact]
    public async Task Tool_ThatIsDue_IsToldAsOne()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(Contributing.CompleteTool with { Title = "A tool due for review" }, kind: "tool");
        var slug = (await member.PublishAsync(draft, draft.Form, moderator)).Slug!;

        await RemindAsync(Today.AddMonths(24));

        var told = Assert.Single(await host.Published.OfAsync<ReviewDue>(review => review.Slug == slug, 1));
        Assert.Equal(("tool", "country:MD"), (told.Kind, told.Owner));
    }

    [Fact]
    public async Task Practice_OfNobody_OrWithdrawn_IsNotTold()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var (ofNobody, withdrawn) = (await PublishedAsync("Due and nobody's", member, moderator), await PublishedAsync("Due and withdrawn", member, moderator));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update entries set owner_country = null where slug = {ofNobody}", Cancellation));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update entries set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'Wrong' where slug = {withdrawn}", Cancellation));

        await RemindAsync(Today.AddYears(3));

        Assert.Equal((0, 0), (await RemindersAsync(ofNobody), await RemindersAsync(withdrawn)));
    }

    private Task<int> RemindAsync(DateOnly day) => host.Services.GetRequiredService<ReviewReminder>().RemindAsync(day, Cancellation);

    private Task<int> RemindersAsync(string slug) =>
        host.InDatabaseAsync(db => db.ReviewReminders.CountAsync(reminder => db.Entries.Any(entry => entry.Id == reminder.EntryId && entry.Slug == slug), Cancellation));

    private static async Task<string> PublishedAsync(string title, Contributing member, Contributing moderator)
    {
        var draft = await member.StartAsync(Contributing.Complete with { Title = title });
        return (await member.PublishAsync(draft, draft.Form, moderator)).Slug!;
    }
}
