using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Gateway;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Counts;

public sealed class CountViewsTests(CatalogueHost host)
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    [Fact]
    public async Task Views_OfSeveralReports_AddUp_AndARepeatedReportCountsOnce()
    {
        var publisher = host.Services.GetRequiredService<EventPublisher>();
        var repeated = Guid.CreateVersion7();
        var report = new EntriesViewed(Day, [new EntryViews("practice", "prague-process", 3, 1), new EntryViews("practice", "no-such-practice", 9, 9)]);

        await publisher.PublishAsync(report, repeated, TestContext.Current.CancellationToken);
        await publisher.PublishAsync(report, repeated, TestContext.Current.CancellationToken);
        await publisher.PublishAsync(report, Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        await publisher.PublishAsync(new EntriesViewed(Day, [new EntryViews("practice", "rabat-process", 1, 0)]), Guid.CreateVersion7(), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(async () => (await CountsAsync()).Count == 2 && (await CountsAsync())[0] == (6, 2), "both reports are counted, each once");
        Assert.Equal([(6, 2), (1, 0)], await CountsAsync());
    }

    [Fact]
    public async Task Downloads_OfAFile_AreThoseOfItsEntry_TogetherWithItsViews()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(Contributing.Complete with { Title = "Counted with its file" });
        var file = await member.AttachAsync(draft.Id, "Evaluation.pdf", SampleFiles.Pdf());
        var slug = (await member.PublishAsync(draft, draft.Form with { Files = [new(file.Id, "Evaluation")] }, moderator)).Slug!;
        var report = new EntriesViewed(Day.AddDays(1), [new EntryViews("practice", slug, 2, 0)]) { Files = [new(file.Id, 3), new(Guid.NewGuid(), 9)] };

        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(report, Guid.CreateVersion7(), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => host.InDatabaseAsync(db => db.Counts.AnyAsync(count => count.Day == Day.AddDays(1))), "the report is counted");
        var counted = await host.InDatabaseAsync(db => db.Counts.Where(count => count.Day == Day.AddDays(1)).ToListAsync());
        Assert.Equal((2, 3), (Assert.Single(counted).Views, counted[0].Downloads));
    }

    private Task<List<(int, int)>> CountsAsync() => host.InDatabaseAsync(async db =>
        (await db.Counts.Where(count => count.Day == Day).OrderByDescending(count => count.Views).ToListAsync()).ConvertAll(count => (count.Views, count.Downloads)));
}
