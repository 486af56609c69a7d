using System.Net;
using System.Net.Http.Json;
using System.Text;
using PfP.Catalogue.Tests.Departures;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Counts;

/// <summary>How often an entry is read is for those who answer for it, and for the secretariat.</summary>
public sealed class OwnCountsTests(CatalogueHost host)
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static DateOnly ThisMonth => new(Today.Year, Today.Month, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_AreOfThirtyDays_TwelveMonths_AndEver_AndEachMonthIsThere()
    {
        var country = Contributing.NewCountry();
        using var member = new Contributing(host, "member", country);
        var slug = await host.PracticeOfAsync(country);
        await host.CountAsync(
            slug, (Today, 3, 1), (Today.AddDays(-29), 2, 0), (Today.AddDays(-30), 10, 4), (ThisMonth.AddMonths(-11), 100, 0), (ThisMonth.AddMonths(-11).AddDays(-1), 1000, 5), (ThisMonth.AddMonths(-14), 5, 0));

        var counts = await ReadAsync(member, slug);

        Assert.Equal(new(new(5, 1), new(115, 5), new(1120, 10)), counts.Totals);
        Assert.Equal(Enumerable.Range(0, 15).Select(month => ThisMonth.AddMonths(month - 14)), counts.Months.TakeLast(15).Select(month => month.Month));
        Assert.Equal([(5, 0), (0, 0), (1000, 5), (100, 0), (0, 0)], counts.Months.TakeLast(15).Where(month => month.Month <= ThisMonth.AddMonths(-10)).Select(month => (month.Views, month.Downloads)));
        Assert.Equal((slug, "published"), (counts.Entry.Slug, counts.State));
        Assert.True(counts.Since <= ThisMonth.AddMonths(-14));
    }

    [Fact]
    public async Task List_HasTheTotalsOfWhatIsTheirOwn_AndOfNothingElse()
    {
        await host.ImportAsync(new { kind = "practice", key = "counted-free", title = "Counted and nobody's", countries = new[] { "PW|lead" } });
        await host.ImportAsync(new { kind = "practice", key = "counted-own", title = "Counted and theirs", ownerCountry = "PW" }, new { kind = "practice", key = "counted-unread", title = "Never read", ownerCountry = "PW" });
        await host.CountAsync("counted-and-nobodys", (Today, 7, 0));
        await host.CountAsync("counted-and-theirs", (Today, 4, 2), (Today.AddYears(-2), 1, 1));
        using var member = new Contributing(host, "member", "country:PW");

        using var answer = await member.OwnAsync(HttpMethod.Get, "");

        var listed = (await answer.Content.ReadFromJsonAsync<Page<OwnPractice>>(Cancellation))!.Items.ToDictionary(entry => entry.Slug, entry => entry.Counts);
        Assert.Null(listed["counted-and-nobodys"]);
        Assert.Equal(new(new(4, 2), new(4, 2), new(5, 3)), listed["counted-and-theirs"]);
        Assert.Equal(new(new(0, 0), new(0, 0), new(0, 0)), listed["never-read"]);
    }

    [Theory]
    [InlineData("member", true, 200, 403)]
    [InlineData("focal_point", true, 200, 403)]
    [InlineData("focal_point", false, 404, 403)]
    [InlineData("moderator", false, 404, 200)]
    [InlineData("administrator", false, 404, 200)]
    [InlineData("pending", true, 403, 403)]
    [InlineData("visitor", false, 401, 401)]
    public async Task Counts_AreShownToTheOwner_AndTheSecretariat(string role, bool isOwner, int own, int any)
    {
        var owner = Contributing.NewCountry();
        var slug = await host.PracticeOfAsync(owner);
        var id = (await host.GetAsync<EntryResponse>($"practices/{slug}")).Id;
        using var somebody = new Contributing(host, role, isOwner ? owner : Contributing.NewCountry());
        using var atTheDesk = new Deciding(host, role);

        foreach (var end in new[] { "counts", "counts.csv" })
        {
            Assert.Equal(own, await Contributing.StatusAsync(somebody.OwnAsync(HttpMethod.Get, slug, end)));
            Assert.Equal(any, await Contributing.StatusAsync(atTheDesk.SendAsync(HttpMethod.Get, id, end)));
            Assert.Equal(404, await Contributing.StatusAsync(host.AskAsync($"practices/{slug}/{end}")));
        }
    }

    [Fact]
    public async Task Unknown_IsNotThere()
    {
        using var member = new Contributing(host, "focal_point", "country:MD");
        using var moderator = new Deciding(host);

        Assert.Equal(404, await Contributing.StatusAsync(member.OwnAsync(HttpMethod.Get, "no-such-practice", "counts")));
        Assert.Equal(404, await Contributing.StatusAsync(moderator.SendAsync(HttpMethod.Get, Guid.NewGuid(), "counts")));
    }

    [Fact]
    public async Task Withdrawn_KeepsItsCounts_ForItsOwnerAndTheSecretariat()
    {
        var country = Contributing.NewCountry();
        var published = await Contributing.InStateAsync(host, "published", country, Contributing.Complete with { Title = "Counted and withdrawn" });
        await host.CountAsync(published.Slug!, (Today, 6, 0));
        using var moderator = new Deciding(host);
        var entry = await moderator.ReadAsync((await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Id);
        await moderator.DoAsync(entry, "withdraw", new EntryReason("Its authors asked for it."));
        using var member = new Contributing(host, "member", country);

        var counts = await ReadAsync(member, published.Slug!);

        // It was published today: there are no months before.
        Assert.Equal([new MonthCount(ThisMonth, 6, 0)], counts.Months);
        Assert.Equal(("withdrawn", 6), (counts.State, (await OfSecretariatAsync(moderator, entry.Id)).Totals.Ever.Views));
    }

    [Fact]
    public async Task Merged_KeepsItsCounts_AndAddsThemToWhereItsReadersAreLed()
    {
        using var moderator = new Deciding(host);
        var (first, second, last) = (await moderator.EntryAsync("Counted and merged first"), await moderator.EntryAsync("Counted and merged second"), await moderator.EntryAsync("Counted and kept"));
        await host.CountAsync(first.Entry.Slug, (Today, 1, 1), (Today.AddMonths(-3), 10, 0));
        await host.CountAsync(second.Entry.Slug, (Today, 100, 0));
        await host.CountAsync(last.Entry.Slug, (Today, 1000, 0));
        await moderator.DoAsync(first, "merge", new EntryMerge(second.Id, null));
        await moderator.DoAsync(second, "merge", new EntryMerge(last.Id, null));

        var counts = await Task.WhenAll(new[] { first, second, last }.Select(entry => OfSecretariatAsync(moderator, entry.Id)));

        Assert.Equal([new(11, 1), new(111, 1), new(1111, 1)], counts.Select(count => count.Totals.Ever));
        Assert.Equal(["counted-and-merged-second", "counted-and-kept", null], counts.Select(count => count.MergedInto?.Slug));
        Assert.Equal(new ReadCount(1101, 1), counts[2].Totals.Last30Days);
        Assert.Equal(10, counts[2].Months.Single(month => month.Month == ThisMonth.AddMonths(-3)).Views);
    }

    [Fact]
    public async Task File_IsATable_InWhichNothingRuns()
    {
        await host.ImportAsync(new { kind = "practice", key = "counted-formula", title = "=1+1 is two", ownerCountry = "NU" });
        await host.CountAsync("1-1-is-two", (Today, 4, 2));
        using var member = new Contributing(host, "member", "country:NU");

        using var answer = await member.OwnAsync(HttpMethod.Get, "1-1-is-two", "counts.csv");

        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("text/csv", "1-1-is-two-counts.csv", "no-store"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName, answer.Headers.CacheControl!.ToString()));
        Assert.StartsWith("\uFEFF\"entry\",\"address\",\"month\",\"views\",\"downloads\"", text, StringComparison.Ordinal);
        Assert.Contains($"\"'=1+1 is two\",\"/practices/1-1-is-two\",\"{ThisMonth:yyyy-MM}\",\"4\",\"2\"", text, StringComparison.Ordinal);
    }

    private static async Task<EntryCounts> ReadAsync(Contributing member, string slug)
    {
        using var answer = await member.OwnAsync(HttpMethod.Get, slug, "counts");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<EntryCounts>(Cancellation))!;
    }

    private static async Task<EntryCounts> OfSecretariatAsync(Deciding moderator, Guid id)
    {
        using var answer = await moderator.SendAsync(HttpMethod.Get, id, "counts");
        return (await answer.Content.ReadFromJsonAsync<EntryCounts>(Cancellation))!;
    }
}
