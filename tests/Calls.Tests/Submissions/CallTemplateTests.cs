using PfP.Calls.Tests.Hosting;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>What a call must say before it is sent in, and what not even a draft may hold.</summary>
public sealed class CallTemplateTests(CallsHost host)
{
    private static readonly TypedDeadline Deadline = Calling.Complete.Deadline;

    public static TheoryData<string, CallForm> Wrong => new(Each().Select(row => new TheoryDataRow<string, CallForm>(row.Field, row.Form) { Label = row.Name }));

    public static TheoryData<string, object> Unkept => new(Hostile().Select(row => new TheoryDataRow<string, object>(row.Field, row.Form) { Label = row.Name }));

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Form_ThatIsWrongAtOneField_IsKept_AndCannotBeSentIn(string field, CallForm form)
    {
        using var member = new Calling(host, "member", Calling.NewOwner());

        var draft = await member.StartAsync(form);

        var wrong = Assert.Single(draft.Wrong);
        Assert.Equal(field, wrong.Field);
        Assert.EndsWith(".", wrong.Message, StringComparison.Ordinal);
        Assert.Equal([field], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version)));
    }

    [Theory]
    [MemberData(nameof(Unkept))]
    public async Task Form_ThatNoDraftMayBe_IsRefusedAtItsField(string field, object form)
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var draft = await member.StartAsync();

        Assert.Equal([field], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, "", form)));
        Assert.Equal([field], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Put, $"/{draft.Id}", form, draft.Version)));
    }

    [Theory]
    [InlineData("month", "2027-03", null, "Pacific/Kiritimati", "2027-03-31", "2027-03-31T10:00:00Z")]
    [InlineData("day", "2027-02-28", null, "America/Adak", "2027-02-28", "2027-03-01T10:00:00Z")]
    [InlineData("minute", "2027-03-28", "02:30", "Europe/Zurich", "2027-03-28", "2027-03-28T01:30:00Z")]
    [InlineData("rolling", null, null, null, null, null)]
    public async Task Deadline_IsPublishedAsItWasTyped(string precision, string? date, string? time, string? zone, string? lastDay, string? at)
    {
        var form = Calling.Complete with { Title = $"Until a {precision}", Deadline = new() { Precision = precision, Date = date, Time = time, Zone = zone } };

        var call = await Calling.InStateAsync(host, "published", Calling.NewOwner(), form);

        var shown = (await host.GetAsync<CallResponse>($"/{call.Slug}")).Summary.Deadline;
        Assert.Equal((lastDay, at), (shown?.Date.ToString("yyyy-MM-dd", null), shown?.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)));
        Assert.Equal(call.Deadline, shown);
    }

    [Fact]
    public async Task Opening_IsTheBeginningOfItsDayInTheZoneOfTheDeadline()
    {
        var form = Calling.Complete with { Title = "Opens on a day", Opens = Calling.InDays(20), Deadline = new() { Precision = "rolling", Zone = "Asia/Manila" } };

        var call = await Calling.InStateAsync(host, "published", Calling.NewOwner(), form);

        var shown = (await host.GetAsync<CallResponse>($"/{call.Slug}")).Summary;
        Assert.Equal(("upcoming", 16, "Asia/Manila"), (shown.Status, shown.Opens!.At.UtcDateTime.Hour, shown.Opens.Zone));
        Assert.Equal((null, form.Opens), (shown.Deadline, shown.Opens.Date.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task Reply_IsPublicAsFarAsItsMethodGoes()
    {
        var form = Calling.Complete with { ReplyMethod = ReplyMethods.Form, ReplyUrl = "https://example.org/not-used", AdmitsGuests = true };
        var onForm = await ShownAsync(form with { Title = "Replied to on a form" });
        var byLink = await ShownAsync(form with { Title = "Replied to elsewhere", ReplyMethod = ReplyMethods.Link });

        Assert.Equal((ReplyMethods.Form, null, true), (onForm.ReplyMethod, onForm.ReplyUrl, onForm.AdmitsGuests));
        Assert.Equal((ReplyMethods.Link, "https://example.org/not-used", false), (byLink.ReplyMethod, byLink.ReplyUrl, byLink.AdmitsGuests));
    }

    [Fact]
    public async Task Deadline_ThatHasPassedSinceItWasSentIn_IsNotPublished()
    {
        using var moderator = new Calling(host, "moderator", null);
        var call = await Calling.InStateAsync(host, "submitted", Calling.NewOwner());
        var past = Calling.Complete with { Deadline = Deadline with { Date = "2020-01-01" } };
        await host.StoreAsync(call.Id, past);

        Assert.Equal(["deadline"], await Refused.FieldsAsync(moderator.SendAsync(HttpMethod.Post, $"/{call.Id}/publish", version: call.Version)));
    }

    private static IEnumerable<(string Name, string Field, CallForm Form)> Each()
    {
        var form = Calling.Complete;
        yield return ("no title", "title", form with { Title = " " });
        yield return ("long title", "title", form with { Title = new string('a', 151) });
        yield return ("type", "type", form with { Type = "bets" });
        yield return ("unknown country", "countries", form with { Countries = ["XX"] });
        yield return ("nobody calls", "countries", form with { Countries = [" "], Organisations = [new("Bureau of samples", "partner")] });
        yield return ("no part", "organisations", form with { Organisations = [new("Bureau of samples", "boss")] });
        yield return ("ask", "ask", form with { Ask = null });
        yield return ("for whom", "forWhom", form with { ForWhom = "\n" });
        yield return ("no theme", "themes", form with { Themes = [] });
        yield return ("unknown theme", "themes", form with { Themes = ["weather"] });
        yield return ("five themes", "themes", form with { Themes = ["diaspora", "remittances", "integration", "cities-local", "digitalisation"] });
        yield return ("unknown wanted", "countriesWanted", form with { CountriesWanted = ["Ghana"] });
        yield return ("opens", "opens", form with { Opens = "1 March" });
        yield return ("opens after", "deadline", form with { Opens = Calling.InDays(61) });
        yield return ("opens without zone", "deadline", form with { Opens = Calling.InDays(9), Deadline = new() { Precision = "rolling" } });
        yield return ("no precision", "deadline", form with { Deadline = Deadline with { Precision = null } });
        yield return ("no such day", "deadline", form with { Deadline = Deadline with { Date = "2027-02-30" } });
        yield return ("year 9999", "deadline", form with { Deadline = new() { Precision = "day", Date = "9999-12-31", Zone = "UTC" } });
        yield return ("year 1", "deadline", form with { Deadline = new() { Precision = "day", Date = "0001-01-01", Zone = "UTC" } });
        yield return ("no time", "deadline", form with { Deadline = Deadline with { Time = null } });
        yield return ("no such time", "deadline", form with { Deadline = Deadline with { Time = "25:00" } });
        yield return ("no zone", "deadline", form with { Deadline = Deadline with { Zone = null } });
        yield return ("no such zone", "deadline", form with { Deadline = Deadline with { Zone = "Europe/Atlantis" } });
        yield return ("offset", "deadline", form with { Deadline = Deadline with { Zone = "UTC+03:00" } });
        yield return ("month as day", "deadline", form with { Deadline = new() { Precision = "month", Date = "2027-03-01", Zone = "UTC" } });
        yield return ("past", "deadline", form with { Deadline = Deadline with { Date = Calling.InDays(-2) } });
        yield return ("method", "reply", form with { ReplyMethod = "pigeon" });
        yield return ("no link", "reply", form with { ReplyMethod = ReplyMethods.Link });
        yield return ("script as link", "reply", form with { ReplyMethod = ReplyMethods.Link, ReplyUrl = "javascript:alert(1)" });
        yield return ("language", "language", form with { Language = "tlh" });
        yield return ("links", "links", form with { Links = [new("example", null)] });
        yield return ("no contact", "contact", form with { Contact = null });
        yield return ("no address", "contact", form with { Contact = new("Unit", "unit") });
        yield return ("no office", "contact", form with { Contact = new("", "unit@ministry.example") });
        yield return ("no summary", "summary", form with { Summary = null });
        yield return ("long summary", "summary", form with { Summary = new string('a', 801) });
    }

    private static IEnumerable<(string Name, string Field, object Form)> Hostile()
    {
        var form = Calling.Complete;
        foreach (var (name, line) in new[] { ("long", new string('a', 2001)), ("nul", "a\0b"), ("line", "a\r\nBcc: b") })
        {
            yield return ($"title {name}", "title", form with { Title = line });
            yield return ($"language {name}", "language", form with { Language = line });
            yield return ($"type {name}", "type", form with { Type = line });
            yield return ($"country {name}", "countries", form with { Countries = [line] });
            yield return ($"organisation {name}", "organisations", form with { Organisations = [new(line, "lead")] });
            yield return ($"wanted {name}", "countriesWanted", form with { CountriesWanted = [line] });
            yield return ($"theme {name}", "themes", form with { Themes = [line] });
            yield return ($"opens {name}", "opens", form with { Opens = line });
            yield return ($"deadline {name}", "deadline", form with { Deadline = new() { Precision = line, Date = line, Time = line, Zone = line } });
            yield return ($"reply {name}", "reply", form with { ReplyUrl = line });
            yield return ($"link {name}", "links", form with { Links = [new("https://example.org", line)] });
            yield return ($"contact {name}", "contact", form with { Contact = new(line, null) });
        }

        foreach (var text in new[] { new string('a', 20_001), "a\u001b[2J" })
        {
            yield return ("ask", "ask", form with { Ask = text });
            yield return ("for whom", "forWhom", form with { ForWhom = text });
            yield return ("background", "background", form with { Background = text });
            yield return ("summary", "summary", form with { Summary = text });
        }

        yield return ("many countries", "countriesWanted", form with { CountriesWanted = [.. Enumerable.Repeat("MD", 250)] });
        yield return ("many links", "links", form with { Links = [.. Enumerable.Repeat(new SubmissionLink("https://example.org", null), 61)] });
        foreach (var list in new[] { "countries", "organisations", "countriesWanted", "themes", "links" })
        {
            yield return ($"{list} null", list, new Dictionary<string, object?> { [list] = null });
            yield return ($"{list} of null", list, new Dictionary<string, object?> { [list] = new object?[] { null } });
        }

        yield return ("deadline null", "deadline", new Dictionary<string, object?> { ["deadline"] = null });
    }

    private async Task<CallResponse> ShownAsync(CallForm form) =>
        await host.GetAsync<CallResponse>($"/{(await Calling.InStateAsync(host, "published", Calling.NewOwner(), form)).Slug}");
}
