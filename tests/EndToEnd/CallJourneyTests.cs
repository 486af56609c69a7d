using System.Globalization;
using Microsoft.Playwright;
using Npgsql;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>A call from its form to its end, and every mail of it, over a daylight-saving change.</summary>
[Collection(nameof(MovedByMonths))]
public sealed class CallJourneyTests(RunningSystem system)
{
    private const string Follower = "member@example.org";
    private const string Title = "Partners for a study of seasonal pensions";
    private const string OwnersZone = "Europe/Chisinau";
    private const string FollowersZone = "America/New_York";
    private static readonly TimeOnly Morning = new(8, 0);

    private readonly List<string> expected = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_FollowedThroughItsLife_SendsEachMailOnce_WhenAndAsItsReaderWantsIt()
    {
        var change = NextClockChange();
        var (first, second) = (change.AddDays(10), change.AddDays(30));
        await SpeakFrenchAsync();
        var owner = await system.SignInAsFocalPointAsync("/contribute");
        var own = await owner.SendCallInAsync(Title, first, OwnersZone);
        var moderator = await system.SignInAsStaffAsync("moderator@example.org", "/desk/calls");
        var path = await moderator.PublishCallAsync(Title);
        await Eventually.TrueAsync(
            async () => await Traces.WithAsync(system, "portal: POST /desk/calls/{Id:guid}", "calls: Dispatch CallChanged", "search: search-call-published process",
                "notifications: Send own-call-published", "calls: Tell opened", "notifications: notifications-call-opened process") is not [],
            "one trace from publishing to the owner's mail");
        await FollowAsync(path);
        Assert.Equal([At(first.AddDays(-30)), At(first.AddDays(-7)), At(first.AddDays(-1))], await WaitingAsync(path));

        await PassAsync(At(first.AddDays(-30)), $"Clôture dans 30 jours : {Title}");
        await PassAsync(At(first.AddDays(-7)), $"Clôture dans 7 jours : {Title}");

        // All who were signed in are out, so many weeks later.
        await owner.CloseAsync();
        await moderator.CloseAsync();
        owner = await system.SignInAsFocalPointAsync(own);
        await owner.ExtendAsync(second, OwnersZone, "Two ministries asked for more time.");
        await HasComeAsync($"Nouvelle date limite : {Title}");
        Assert.Equal([At(second.AddDays(-7)), At(second.AddDays(-1))], await WaitingAsync(path));
        Assert.Equal(second.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), await CalendarStartAsync(path));

        await PassAsync(At(second.AddDays(-7)), $"Clôture dans 7 jours : {Title}");
        await PassAsync(At(second.AddDays(-1)), $"Clôture demain : {Title}");
        await PassAsync(At(second.AddDays(1)), $"Clos : {Title}");
        Assert.Contains("Closed", await ReadAsync(path), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await system.Mails.SubjectsAsync(ContributorBrowser.FocalPoint)).Contains($"Your call has closed: {Title}"), "the owner's mail");
        Assert.Empty(await WaitingAsync(path));
        await owner.CloseAsync();
    }

    /// <summary>The last day before the next one, a good month from now, on which the follower's clocks are changed.</summary>
    private static DateOnly NextClockChange()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(FollowersZone);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40);
        while (zone.GetUtcOffset(day.ToDateTime(Morning)) == zone.GetUtcOffset(day.AddDays(1).ToDateTime(Morning)))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>08:00 there.</summary>
    private static DateTimeOffset At(DateOnly day)
    {
        var (zone, local) = (TimeZoneInfo.FindSystemTimeZoneById(FollowersZone), day.ToDateTime(Morning));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task SpeakFrenchAsync()
    {
        var page = await system.SignInAsync(Follower, system.SamplePassword, "/account");
        await page.SelectOptionAsync("select[name=language]", "fr");
        await page.SelectOptionAsync("select[name=zone]", FollowersZone);
        await page.Locator("main form:has(select[name=zone]) button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.CloseAsync();
    }

    private async Task FollowAsync(string path)
    {
        var page = await system.SignInAsync(Follower, system.SamplePassword, $"/members/following/{path.Split('/')[^1]}");
        // Notifications may not have heard of the call yet.
        await Eventually.TrueAsync(
            async () =>
            {
                await page.GotoAsync($"/members/following/{path.Split('/')[^1]}");
                await page.PressAsync("Follow this call");
                return new Uri(page.Url).AbsolutePath == path;
            },
            "the call can be followed");
        await page.CloseAsync();
    }

    /// <summary>Lets that moment pass, whose mail is then there, and no other.</summary>
    private async Task PassAsync(DateTimeOffset moment, string subject)
    {
        await system.MoveClockAsync(moment.AddSeconds(1));
        await HasComeAsync(subject);
    }

    private async Task HasComeAsync(string subject)
    {
        expected.Add(subject);
        await Eventually.TrueAsync(async () => (await SubjectsAsync()).Count >= expected.Count, $"the mail {subject}", TimeSpan.FromSeconds(60));
        Assert.Equal(expected, await SubjectsAsync());
    }

    private async Task<IReadOnlyList<string>> SubjectsAsync() =>
        [.. (await system.Mails.SubjectsAsync(Follower)).Where(subject => subject.Contains(Title, StringComparison.Ordinal))];

    /// <summary>When the reminders that wait are due.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>> WaitingAsync(string path)
    {
        await using var notifications = NpgsqlDataSource.Create(await system.SettingAsync("ConnectionStrings__notifications"));
        await using var command = notifications.CreateCommand("""
            select due_at from deliveries join reminders on reminders.id = deliveries.subject join calls on calls.id = reminders.call_id
            where calls.slug = $1 and deliveries.state = 'waiting' order by due_at
            """);
        command.Parameters.Add(new() { Value = path.Split('/')[^1] });
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var due = new List<DateTimeOffset>();
        while (await reader.ReadAsync(Cancellation))
        {
            due.Add(reader.GetFieldValue<DateTimeOffset>(0));
        }

        return due;
    }

    private async Task<string> CalendarStartAsync(string path)
    {
        var events = await CalendarReader.ReadAsync(await ReadAsync("/calls/deadlines.ics"), Cancellation);
        return events.Values.Single(entry => entry.GetProperty("url").GetString()!.EndsWith(path, StringComparison.Ordinal)).GetProperty("start").GetString()!;
    }

    private async Task<string> ReadAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new(system.Address) };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
    }
}
