using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Groups;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Announcements;

/// <summary>The secretariat announces; everybody reads it from its day on, in their language or English. Lists are looked at for what each test has written.</summary>
public sealed class AnnouncementsTests(CatalogueHost host)
{
    private static readonly AnnouncementForm Plain = new("Registration is open", "Come to **Geneva**.", "en", "2024-03-01", "https://example.org/register", "", "", "", "", "", "");
    private static readonly AnnouncementForm Event = Plain with { EventFrom = "2094-05-03", EventFromTime = "09:30", EventTo = "2094-05-04", EventToTime = "17:00", Place = "Palais des Nations", Zone = "Europe/Zurich" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announcement_IsShownChangedAndWithdrawn_OnRecord()
    {
        var member = Guid.CreateVersion7();
        var draft = await AddedAsync(Plain with { Title = "Shown, changed and withdrawn" }, member: member);

        var shown = await host.GetAsync<AnnouncementItem>($"announcements/{draft.Id}");
        using var changed = await SendAsync(HttpMethod.Put, $"/{draft.Id}", Plain with { Title = "Changed" }, 1, member);
        using var late = await SendAsync(HttpMethod.Put, $"/{draft.Id}", Plain with { Title = "Late" }, 1);
        using var blind = await SendAsync(HttpMethod.Post, $"/{draft.Id}/withdraw");
        var after = await host.GetAsync<AnnouncementItem>($"announcements/{draft.Id}");
        using var withdrawn = await SendAsync(HttpMethod.Post, $"/{draft.Id}/withdraw", null, 2, member);
        using var gone = await host.AskAsync($"announcements/{draft.Id}");
        using var again = await SendAsync(HttpMethod.Put, $"/{draft.Id}", Plain, 3);

        Assert.Equal(("Shown, changed and withdrawn", "Come to **Geneva**.", "https://example.org/register", null), (shown.Title, shown.Text, shown.Link, shown.Event));
        Assert.Equal(("Changed", 2), (after.Title, after.Version));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Conflict],
            new[] { changed, late, blind, withdrawn, gone, again }.Select(answer => answer.StatusCode));
        Assert.DoesNotContain(draft.Id, (await ListedAsync("pageSize=100")).Select(item => item.Id));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == draft.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal([("added", 1), ("changed", 2), ("withdrawn", 3)], records.Select(record => (record.Action, record.Version)));
        Assert.Equal(["title"], records[1].Fields);
        Assert.All(records, record => Assert.Equal($"member:{member}", record.Actor));
    }

    [Fact]
    public async Task Announcement_OfADayToCome_IsTheSecretariatsUntilThen()
    {
        var draft = await AddedAsync(Plain with { ShownFrom = "2099-01-01" });

        using var asked = await host.AskAsync($"announcements/{draft.Id}");
        using var desk = await SendAsync(HttpMethod.Get, $"/desk/{draft.Id}");

        Assert.Equal((AnnouncementStates.Planned, HttpStatusCode.NotFound, HttpStatusCode.OK), (draft.State, asked.StatusCode, desk.StatusCode));
        Assert.DoesNotContain(draft.Id, (await ListedAsync("pageSize=100")).Select(item => item.Id));
    }

    [Fact]
    public async Task List_HasTheReadersLanguageAndEnglish_EventsToComeFirst_TheNextOneFirst()
    {
        var later = (await AddedAsync(Event with { ShownFrom = "2024-01-01", EventFrom = "2095-01-01", EventTo = "" })).Id;
        var next = (await AddedAsync(Event with { ShownFrom = "2024-01-02", Language = "fr" })).Id;
        var over = (await AddedAsync(Event with { ShownFrom = "2024-02-01", EventFrom = "2024-02-02", EventTo = "" })).Id;
        var newest = (await AddedAsync(Plain with { ShownFrom = "2024-03-02" })).Id;
        var spanish = (await AddedAsync(Plain with { Language = "es" })).Id;
        Guid[] all = [later, next, over, newest, spanish];

        Assert.Equal([next, later, newest, over], (await ListedAsync("lang=fr&pageSize=100")).Select(item => item.Id).Where(all.Contains));
        Assert.Equal([newest, over, next, later], (await ListedAsync("lang=fr&sort=newest&pageSize=100")).Select(item => item.Id).Where(all.Contains));
        Assert.Equal([later, newest, over], (await ListedAsync("pageSize=100")).Select(item => item.Id).Where(all.Contains));
        var dates = (await host.GetAsync<AnnouncementItem>($"announcements/{next}")).Event!;
        Assert.Equal((new DateTimeOffset(2094, 5, 3, 7, 30, 0, TimeSpan.Zero), new DateTimeOffset(2094, 5, 4, 15, 0, 0, TimeSpan.Zero), true), (dates.StartsAt, dates.EndsAt, dates.IsToCome));
        Assert.False((await host.GetAsync<AnnouncementItem>($"announcements/{over}")).Event!.IsToCome);
    }

    [Fact]
    public async Task Add_SentTwice_MakesOne()
    {
        var key = Guid.NewGuid().ToString();

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddedAsync(Plain, key)));

        Assert.Single(added.Select(draft => draft.Id).Distinct());
    }

    [Theory]
    [InlineData("member")]
    [InlineData("focal_point")]
    public async Task WhoeverElse_AnnouncesNothing(string role)
    {
        var draft = await AddedAsync(Plain);

        using var added = await SendAsync(HttpMethod.Post, "", Plain, role: role);
        using var changed = await SendAsync(HttpMethod.Put, $"/{draft.Id}", Plain, 1, role: role);
        using var withdrawn = await SendAsync(HttpMethod.Post, $"/{draft.Id}/withdraw", null, 1, role: role);
        using var desk = await SendAsync(HttpMethod.Get, "/desk", role: role);

        Assert.All([added, changed, withdrawn, desk], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(1, (await host.GetAsync<AnnouncementItem>($"announcements/{draft.Id}")).Version);
    }

    public static TheoryData<string, AnnouncementForm> Wrong => new()
    {
        { "title", Plain with { Title = new string('x', 121) } },
        { "title", Plain with { Title = "two\nlines" } },
        { "text", Plain with { Text = new string('x', 601) } },
        { "text", Plain with { Text = null } },
        { "language", Plain with { Language = "de" } },
        { "shownFrom", Plain with { ShownFrom = "soon" } },
        { "link", Plain with { Link = "http://example.org" } },
        { "link", Plain with { Link = "javascript:alert(1)" } },
        { "link", Plain with { Link = "https://gfmd.org@evil.example/" } },
        { "eventFrom", Event with { EventFrom = "" } },
        { "eventTo", Event with { EventTo = "2094-05-02" } },
        { "eventTo", Event with { EventTo = "2094-05-03", EventToTime = "09:00" } },
        { "eventFromTime", Event with { EventFromTime = "25:00" } },
        { "eventToTime", Event with { EventFromTime = "" } },
        { "place", Event with { Place = " " } },
        { "zone", Event with { Zone = "UTC+3" } },
        { "zone", Event with { Zone = null } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Announcement_ThatCannotBeOne_IsRefusedAtItsField(string field, AnnouncementForm form)
    {
        using var answer = await SendAsync(HttpMethod.Post, "", form);

        Assert.Equal([field], await GroupEditor.WrongAsync(answer));
    }

    [Fact]
    public async Task Body_WithFieldsOfTheAnnouncement_SetsNone()
    {
        object body = new
        {
            title = "Assigned",
            text = "Text",
            language = "en",
            shownFrom = "2024-03-01",
            id = Guid.Empty,
            version = 9,
            withdrawnAt = "2020-01-01T00:00:00Z",
            changedAt = "2020-01-01T00:00:00Z",
            idempotencyKey = "mine",
            startsAt = "2020-01-01T00:00:00Z",
            @event = new { place = "Mine" },
        };

        using var answer = await SendAsync(HttpMethod.Post, "?version=9&state=withdrawn", body);
        var draft = (await answer.Content.ReadFromJsonAsync<AnnouncementDraft>(Cancellation))!;
        var stored = await host.InDatabaseAsync(db => db.Announcements.AsNoTracking().SingleAsync(announcement => announcement.Id == draft.Id, Cancellation));
        Assert.Equal((1, null, null, null, null), (stored.Version, stored.WithdrawnAt, stored.IdempotencyKey, stored.StartsAt, stored.Event));
        Assert.True(draft.Id != Guid.Empty && stored.ChangedAt.Year > 2020);
        using var changed = await SendAsync(HttpMethod.Put, $"/{draft.Id}?version=9&state=withdrawn", body, 1);
        var shown = await host.GetAsync<AnnouncementItem>($"announcements/{draft.Id}");
        Assert.Equal((HttpStatusCode.OK, "Assigned", null), (changed.StatusCode, shown.Title, shown.Event));
        Assert.InRange(shown.Version, 1, 2);
    }

    private async Task<IReadOnlyList<AnnouncementItem>> ListedAsync(string query) => (await host.GetAsync<Page<AnnouncementItem>>($"announcements?{query}")).Items;

    private async Task<AnnouncementDraft> AddedAsync(AnnouncementForm form, string? key = null, Guid? member = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, "", form, member: member, key: key);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<AnnouncementDraft>(Cancellation))!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, Guid? member = null, string role = "moderator", string? key = null)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Issuer.AccessToken(member, [role]));
        return await client.SendAsync(method, $"/api/catalogue/announcements{path}", body, version, key, Cancellation);
    }
}
