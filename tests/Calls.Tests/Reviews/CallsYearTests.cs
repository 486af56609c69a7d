using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Replies;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Reviews;

/// <summary>A year of calls in numbers. Each test has years that no other test, and no call of the archive, has anything in.</summary>
public sealed class CallsYearTests(CallsHost host)
{
    private const string NewYear = "1988-01-01T00:00:00Z";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_AreCountedInTheYearInWhichTheyOpened_AndClosed()
    {
        await CallAsync("published", published: "1987-02-01T00:00:00Z", closes: "1987-06-01T00:00:00Z");
        await CallAsync("published", published: "1987-12-31T23:59:59Z", opens: NewYear, closes: "1988-03-01T00:00:00Z");
        await CallAsync("published", published: "1986-12-31T23:59:59Z", closes: NewYear);
        await CallAsync("cancelled", published: "1987-03-01T00:00:00Z", closes: "1987-04-01T00:00:00Z");
        await CallAsync("cancelled", published: "1987-03-01T00:00:00Z", opens: "1987-05-01T00:00:00Z", closes: "1987-06-01T00:00:00Z", cancelled: "1987-04-01T00:00:00Z");

        Assert.Equal([(1986, 1, 0), (1987, 2, 1), (1988, 1, 2)], await YearsAsync(1986, 1987, 1988));
    }

    [Fact]
    public async Task Figures_AreWhatTheListCounts_AlsoForACountryOrATheme()
    {
        await CallAsync("published", published: "1967-02-01T00:00:00Z", closes: "1967-06-01T00:00:00Z");
        await CallAsync("published", published: "1967-02-02T00:00:00Z", closes: "1968-06-01T00:00:00Z", form: Calling.Complete with { Countries = ["KE", "GH"], Themes = ["diaspora", "remittances"] });
        var told = await CallAsync("published", published: "1966-02-02T00:00:00Z", closes: "1966-06-01T00:00:00Z");
        await SayAsync(told, "1967-01-01T00:00:00Z", "1968-01-01T00:00:00Z");

        var year = await YearAsync(1967);

        Assert.Equal((2, 1, 1, 0), (year.Opened.Total, year.Closed.Total, year.Outcomes.Total, (await YearAsync(1968)).Outcomes.Total));
        Assert.Equal((2, 1), (year.Opened.ByCountry["GH"], year.Opened.ByCountry["MD"]));
        foreach (var (filter, figure) in new[] { ("openedIn", year.Opened), ("closedIn", year.Closed), ("outcomeIn", year.Outcomes) })
        {
            Assert.Equal(figure.Total, await ListedAsync($"?{filter}=1967"));
            Assert.NotEmpty(figure.ByCountry);
            Assert.NotEmpty(figure.ByTheme);
            foreach (var (value, count) in figure.ByCountry.Select(own => ($"country={own.Key}", own.Value)).Concat(figure.ByTheme.Select(own => ($"theme={own.Key}", own.Value))))
            {
                Assert.Equal((value, count), (value, await ListedAsync($"?{filter}=1967&{value}")));
            }
        }
    }

    [Fact]
    public async Task Replies_AreCountedOnceTheyAreConfirmed_ByTheCountryThatReplied()
    {
        using var call = await Replying.ToACallAsync(host);
        using var kenya = call.Member("KE");
        using var again = call.Member("KE");
        using var later = call.Member("PH");
        await call.ReplyAsync(kenya);
        await call.ReplyAsync(again);
        await call.ReplyAsync(later);
        await call.SendAsync();
        var at = DateTimeOffset.Parse("1957-12-31T23:59:59Z", System.Globalization.CultureInfo.InvariantCulture);
        await host.InDatabaseAsync(db => db.Replies.Where(reply => reply.CallId == call.Call.Id && reply.ConfirmedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(reply => reply.ConfirmedAt, reply => reply.Country == "PH" ? at.AddSeconds(1) : at), Cancellation));

        var year = await YearAsync(1957);

        Assert.Equal((2, 2, 1), (year.Replies.Total, year.Replies.ByCountry["KE"], year.CountriesReplied));
        Assert.Equal(2, year.Replies.ByTheme["remittances"]);
        Assert.Equal(["PH"], (await YearAsync(1958)).Replies.ByCountry.Keys);
    }

    [Theory]
    [InlineData("/years/1899", "year")]
    [InlineData("/years/3000", "year")]
    [InlineData("?openedIn=1899", "openedIn")]
    [InlineData("?closedIn=12000", "closedIn")]
    [InlineData("?outcomeIn=-1", "outcomeIn")]
    public async Task AYear_ThatIsNone_IsRefused(string path, string field)
    {
        using var moderator = new Calling(host, "moderator", null);

        Assert.Equal([field], await Refused.FieldsAsync(moderator.AskAsync(HttpMethod.Get, path)));
    }

    [Theory]
    [InlineData("visitor", HttpStatusCode.Unauthorized)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("focal_point", HttpStatusCode.Forbidden)]
    [InlineData("administrator", HttpStatusCode.OK)]
    public async Task Year_IsForTheSecretariat_AndKeptByNoCache(string role, HttpStatusCode expected)
    {
        using var person = new Calling(host, role, "country:MD");
        using var response = await person.AskAsync(HttpMethod.Get, "/years/2025");

        Assert.Equal(expected, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore ?? expected != HttpStatusCode.OK);
    }

    private async Task<Guid> CallAsync(string state, string published, string? opens = null, string? closes = null, string? cancelled = null, CallForm? form = null)
    {
        var call = await Calling.InStateAsync(host, state, Calling.NewOwner(), form);
        var (publishedAt, opensAt, closesAt) = (At(published)!.Value, At(opens), At(closes));
        var changed = At(cancelled) ?? publishedAt;
        await host.InDatabaseAsync(db => db.Calls.Where(row => row.Id == call.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PublishedAt, publishedAt).SetProperty(row => row.OpensAt, opensAt).SetProperty(row => row.ClosesAt, closesAt).SetProperty(row => row.WaitsSince, changed),
            Cancellation));
        return call.Id;
    }

    private async Task SayAsync(Guid id, params string[] moments) => await host.InDatabaseAsync(async db =>
    {
        var call = await db.Calls.Include(row => row.Steps).SingleAsync(row => row.Id == id, Cancellation);
        call.Steps.AddRange(moments.Select(at => new CallStep(CallChanges.Completed, At(at)!.Value)));
        return await db.SaveChangesAsync(Cancellation);
    });

    private async Task<(int Year, int Opened, int Closed)[]> YearsAsync(params int[] years)
    {
        var counted = new List<(int, int, int)>();
        foreach (var year in years)
        {
            var figures = await YearAsync(year);
            counted.Add((year, figures.Opened.Total, figures.Closed.Total));
        }

        return [.. counted];
    }

    private async Task<CallsYear> YearAsync(int year)
    {
        using var moderator = new Calling(host, "moderator", null);
        return await Calling.ReadAsync<CallsYear>(moderator.AskAsync(HttpMethod.Get, $"/years/{year}"));
    }

    private async Task<int> ListedAsync(string query) => (await host.GetAsync<Page<CallSummary>>(query)).Total;

    private static DateTimeOffset? At(string? moment) => moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
