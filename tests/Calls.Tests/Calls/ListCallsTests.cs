using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using PfP.Calls.Calls;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Calls;

public sealed class ListCallsTests(CallsHost host)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task List_Always_ShowsFirstWhatCanBeRepliedToAndClosesNext()
    {
        await host.AddAsync("NR", InEveryStatus);

        var list = await host.GetAsync<Page<CallSummary>>("?country=nr");

        Assert.Equal(["Closes soon", "Closes later", "Until further notice", "Not open yet", "Closed last", "Closed first"], list.Items.Select(call => call.Title));
        Assert.Equal(6, list.Total);
    }

    [Theory]
    [InlineData("PW", "open", "Closes later", "Until further notice")]
    [InlineData("FM", "closing-soon", "Closes soon")]
    [InlineData("MH", "upcoming", "Not open yet")]
    [InlineData("WS", "closed", "Closed last", "Closed first")]
    [InlineData("TO", "cancelled")]
    public async Task List_ForAStatus_ShowsThoseThatHaveItNow(string country, string status, params string[] titles)
    {
        await host.AddAsync(country, InEveryStatus);

        var found = await host.GetAsync<Page<CallSummary>>($"?country={country}&status={status}");

        Assert.Equal(titles, found.Items.Select(call => call.Title));
        Assert.All(found.Items, call => Assert.Equal(status, call.Status));
        Assert.Equal(titles.Length, found.Total);
    }

    [Theory]
    [InlineData("?summit=4", 2)]
    [InlineData("?summit=4&summit=5", 2)]
    [InlineData("?summit=5", 0)]
    public async Task List_OfASummit_HasTheCallsThatWereMadeForIt(string query, int count)
    {
        var found = await host.GetAsync<Page<CallSummary>>(query);

        Assert.Equal((count, count), (found.Total, found.Items.Count));
        Assert.All(found.Items, call => Assert.Equal(2010, call.Year));
    }

    [Theory]
    [InlineData("?status=someday", "status")]
    [InlineData("?type=bets", "type")]
    [InlineData("?theme=weather", "theme")]
    [InlineData("?country=XX", "country")]
    [InlineData("?region=999", "region")]
    [InlineData("?lang=de", "lang")]
    [InlineData("?pageSize=0", "pageSize")]
    [InlineData("?page=101&pageSize=100", "page")]
    [InlineData("?sort=title", "sort")]
    public async Task List_WithAValueThatDoesNotExist_Is400AndNamesTheParameter(string query, string parameter)
    {
        using var response = await host.AskAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = (await response.Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken))!;
        Assert.Equal([parameter], problem.Errors.Keys);
    }

    [Fact]
    public async Task List_ByChange_ShowsFirstWhatHappenedLast_AndWhatItWas()
    {
        await host.AddAsync("SB", ("Of the archive", null, null));
        var owner = Calling.NewOwner();
        using var focal = new Calling(host, "focal_point", owner);
        var calls = new List<CallSubmission>();
        foreach (var (title, state) in new[] { ("Extended", "published"), ("Cancelled", "cancelled"), ("Untouched", "published"), ("Not public", "submitted") })
        {
            calls.Add(await Calling.InStateAsync(host, state, owner, Calling.Complete with { Title = title, Countries = ["SB"] }));
        }

        await focal.DoAsync(calls[0], "extend", Calling.Later(90));
        var list = (await host.GetAsync<Page<CallSummary>>("?country=SB&sort=changed")).Items;

        Assert.Equal([("Extended", "extended"), ("Untouched", null), ("Cancelled", "cancelled"), ("Of the archive", null)], list.Select(call => (call.Title, call.LastNotice?.Change)));
        Assert.Equal(("Two ministries asked for more time.", list[0].ChangedAt), (list[0].LastNotice!.Reason, list[0].LastNotice!.At));
        Assert.Equal(DateOnly.Parse(Calling.InDays(60), System.Globalization.CultureInfo.InvariantCulture), list[0].LastNotice!.Before!.Date);
        Assert.Equal([true, true, true, false], list.Select(call => call.ChangedAt is not null));
    }

    [Fact]
    public async Task Call_WhileItIsOpen_SaysHowManyDaysAreLeftAndUntilWhenThatHolds()
    {
        await host.AddAsync("TV", ("Counted", null, new(Today.AddDays(40), null, "UTC", CallDeadline.Day)), ("Not counted", null, new(Today.AddDays(-40), null, "UTC", CallDeadline.Day)));

        var calls = (await host.GetAsync<Page<CallSummary>>("?country=TV")).Items;

        Assert.InRange(calls[0].DaysLeft!.Value, 39, 40);
        Assert.InRange(calls[0].ChangesAt!.Value, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        Assert.Equal((null, null, CallStatuses.Closed), (calls[1].DaysLeft, calls[1].ChangesAt, calls[1].Status));
    }

    [Fact]
    public async Task Call_InALanguageThatItHas_IsShownInIt()
    {
        await host.AddAsync("KI", ("Spoken", null, null));

        var french = await host.GetAsync<CallResponse>("/spoken-ki?lang=fr");
        var spanish = await host.GetAsync<CallResponse>("/spoken-ki?lang=es");

        Assert.Equal(("fr", "machine", "Spoken (fr)"), (french.Summary.Language, french.Origin, french.Summary.Title));
        Assert.Equal(("en", "human", "Spoken"), (spanish.Summary.Language, spanish.Origin, spanish.Summary.Title));
        Assert.Equal(["en", "fr"], spanish.Languages);
    }

    [Theory]
    [InlineData("/no-such-call", HttpStatusCode.NotFound)]
    [InlineData("/not-a-minute-more?lang=tlh", HttpStatusCode.BadRequest)]
    public async Task Call_ThatCannotBeShown_SaysWhy(string path, HttpStatusCode expected)
    {
        using var response = await host.AskAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }

    private static (string Title, CallOpening? Opens, CallDeadline? Deadline)[] InEveryStatus =>
    [
        ("Closed first", null, Until(-60)),
        ("Until further notice", null, null),
        ("Closed last", null, Until(-3)),
        ("Not open yet", new(Today.AddDays(5), "UTC"), Until(90)),
        ("Closes later", new(Today.AddDays(-5), "UTC"), Until(60)),
        ("Closes soon", null, Until(6)),
    ];

    private static CallDeadline Until(int days) => new(Today.AddDays(days), new(17, 0), "Europe/Zurich", CallDeadline.Minute);
}
