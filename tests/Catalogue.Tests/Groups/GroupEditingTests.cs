using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Groups;

/// <summary>Who writes a working group, and what may be written. Each test has a group of its own.</summary>
public sealed class GroupEditingTests(CatalogueHost host)
{
    private static readonly GroupYearChange Plan = new("A plan", GroupReaders.Everyone, null, GroupReaders.Members);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Groups_OfTheForum_AreThere_WithoutAMandate_AndSearchHearsOfThem()
    {
        var groups = await host.GetAsync<IReadOnlyList<WorkingGroupSummary>>("working-groups?lang=fr");

        var covid = Assert.Single(groups, group => group.Slug == "covid-19");
        Assert.Equal(("Effets de la Covid-19 sur les migrants, les migrations et le développement", "fr", 2020, 2022), (covid.Name, covid.NameLanguage, covid.FromYear, covid.ToYear));
        Assert.Null((await host.GetAsync<WorkingGroupResponse>("working-groups/sustainable-development")).Mandate);
        var told = await host.Published.OneAsync<EntryPublished>(entry => entry is { Slug: "covid-19", Kind: EntryKinds.WorkingGroup });
        Assert.Equal((1, 2020, 2022, "Efectos de la Covid-19 en los migrantes, la migración y el desarrollo"), (told.Version, told.StartYear, told.EndYear, told.Texts["es"].Title));
    }

    [Theory]
    [InlineData("member", "country:DZ")]
    [InlineData("focal_point", "organisation:iom-of-groups")]
    [InlineData("moderator", null)]
    public async Task CoChairs_MembersOrFocalPoints_AndTheSecretariat_WriteIt_OnRecord(string role, string? entity)
    {
        await host.ImportAsync(new { kind = "practice", key = "groups-organisation", title = "Names the organisation of groups", organisations = new[] { "IOM of groups" } });
        var group = await GroupEditor.StartAsync(host, $"Group written by a {role}", "country:DZ", "organisation:iom-of-groups");
        var member = Guid.CreateVersion7();
        using var writer = new GroupEditor(host, role, entity, member);

        var written = await writer.DoAsync(HttpMethod.Put, $"/{group.Slug}/mandate", new GroupMandate(" To **meet**. "), group.Version);
        written = await writer.WrittenAsync(written, 2024, Plan);
        var same = await writer.WrittenAsync(written, 2024, Plan);

        var shown = await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}?lang=es");
        Assert.Equal("To **meet**.", shown.Mandate);
        Assert.Equal([("country:DZ", "Argelia"), ("organisation:iom-of-groups", "IOM of groups")], shown.Summary.Chairs.Select(chair => (chair.Owner, chair.Name)));
        Assert.Equal((group.Version + 2, group.Version + 2), (written.Version, same.Version));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.Actor == $"member:{member}").OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal([("mandate written", "mandate"), ("year written", "years")], records.Select(record => (record.Action, Assert.Single(record.Fields))));
        Assert.All(records, record => Assert.Equal(EntryKinds.WorkingGroup, record.SubjectKind));
    }

    [Theory]
    [InlineData("member", "country:AF")]
    [InlineData("focal_point", "country:AF")]
    [InlineData("focal_point", "organisation:DZ")]
    [InlineData("focal_point", null)]
    public async Task WhoeverElse_WritesNothing_AndReadsNoDraft(string role, string? entity)
    {
        var group = await GroupEditor.StartAsync(host, $"Group that is not of {role} {entity}", "country:DZ");
        using var other = new GroupEditor(host, role, entity);

        using var read = await other.SendAsync(HttpMethod.Get, $"/{group.Slug}/draft");
        using var mandate = await other.SendAsync(HttpMethod.Put, $"/{group.Slug}/mandate", new GroupMandate("Theirs"), group.Version);
        using var year = await other.YearAsync(group, 2024, Plan);
        using var sent = await other.UploadAsync(group.Slug, "Theirs.pdf", SampleFiles.Pdf());
        using var named = await other.SendAsync(HttpMethod.Put, $"/{group.Slug}/documents", new GroupDocumentsChange([]), group.Version);
        using var described = await other.SendAsync(HttpMethod.Put, $"/{group.Slug}", new WorkingGroupChange("Mine", "en", null, null, ["country:AF"]), group.Version);

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.All([mandate, year, sent, named, described], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        using var secretariat = new GroupEditor(host, "moderator", null);
        Assert.Equal(group.Version, (await secretariat.ReadAsync<WorkingGroupDraft>($"/{group.Slug}/draft")).Version);
        Assert.False(await host.InDatabaseAsync(db => db.GroupFiles.AnyAsync(file => file.Name == "Theirs.pdf", Cancellation)));
    }

    [Fact]
    public async Task CoChair_NamesNoOther_AndWritesNoMore_OnceNoneAnyMore()
    {
        var group = await GroupEditor.StartAsync(host, "Group whose chair changes", "country:DZ");
        using var chair = new GroupEditor(host, "focal_point", "country:DZ");
        using var secretariat = new GroupEditor(host, "moderator", null);

        using var naming = await chair.SendAsync(HttpMethod.Put, $"/{group.Slug}", new WorkingGroupChange(group.Name, "en", "2020", "", ["country:DZ", "country:AF"]), group.Version);
        var changed = await secretariat.DoAsync(HttpMethod.Put, $"/{group.Slug}", new WorkingGroupChange(group.Name, "en", "2020", "2024", ["country:AF"]), group.Version);
        using var late = await chair.YearAsync(changed, 2024, Plan);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (naming.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Change_OfAnOlderVersion_OrOfNone_IsRefused_AndNothingIsLost()
    {
        var group = await GroupEditor.StartAsync(host, "Group written by two at once", "country:DZ", "country:AF");
        using var first = new GroupEditor(host, "member", "country:DZ");
        using var second = new GroupEditor(host, "member", "country:AF");
        var written = await first.WrittenAsync(group, 2024, Plan);

        using var late = await second.YearAsync(group, 2025, Plan);
        using var blind = await second.SendAsync(HttpMethod.Put, $"/{group.Slug}/mandate", new GroupMandate("Blind"));

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired), (late.StatusCode, blind.StatusCode));
        var now = await second.ReadAsync<WorkingGroupDraft>($"/{group.Slug}/draft");
        Assert.Equal((written.Version, 2024, null), (now.Version, Assert.Single(now.Years).Year, now.Mandate));
    }

    [Fact]
    public async Task Add_SentOftenAtOnce_MakesOne_AndAnotherOfThatName_IsRefused()
    {
        using var secretariat = new GroupEditor(host, "moderator", null);

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => secretariat.DoAsync(HttpMethod.Post, "", new NewWorkingGroup("Group sent often", "fr", "", ""), null)));
        using var other = await secretariat.SendAsync(HttpMethod.Post, "", new NewWorkingGroup("Group sent often", "en", "", ""));

        Assert.Equal(("group-sent-often", 1), Assert.Single(added.Select(group => (group.Slug, group.Version)).Distinct()));
        Assert.Equal(["name"], await GroupEditor.WrongAsync(other));
        await host.Published.OneAsync<EntryPublished>(entry => entry.Slug == "group-sent-often");
    }

    [Theory]
    [InlineData("fromYear", "Group refused", "en", "1889", "")]
    [InlineData("toYear", "Group refused", "en", "2020", "soon")]
    [InlineData("toYear", "Group refused", "en", "2020", "2019")]
    [InlineData("language", "Group refused", "tlh", "", "")]
    [InlineData("name", "two\nlines", "en", "", "")]
    [InlineData("name", " ", "en", "", "")]
    [InlineData("name", "名", "en", "", "")]
    public async Task Group_ThatCannotBeOne_IsRefusedAtItsField(string field, string name, string language, string from, string to)
    {
        using var secretariat = new GroupEditor(host, "moderator", null);

        using var answer = await secretariat.SendAsync(HttpMethod.Post, "", new NewWorkingGroup(name, language, from, to));

        Assert.Equal([field], await GroupEditor.WrongAsync(answer));
    }

    [Fact]
    public async Task Text_ThatCannotBeOne_IsRefusedAtItsField_AndNothingChanges()
    {
        var group = await GroupEditor.StartAsync(host, "Group of refused texts", "country:DZ");
        using var chair = new GroupEditor(host, "member", "country:DZ");
        using var secretariat = new GroupEditor(host, "moderator", null);
        var image = await chair.AttachAsync(group.Slug, "Photo.png", SampleFiles.Png());

        (object Body, string Path, string Field)[] tries =
        [
            (new GroupMandate(new string('x', WorkingGroups.LongestText + 1)), "/mandate", "mandate"),
            (Plan with { Plan = "a\u0000b" }, "/years/2024", "plan"),
            (Plan with { PlanFor = "nobody" }, "/years/2024", "planFor"),
            (Plan with { ResultsFor = null }, "/years/2024", "resultsFor"),
            (Plan, "/years/1889", "year"),
            (new GroupDocumentsChange([new(Guid.CreateVersion7(), "Another's", GroupReaders.Everyone)]), "/documents", "files"),
            (new GroupDocumentsChange([new(image, " ", GroupReaders.Everyone)]), "/documents", "files"),
            (new GroupDocumentsChange([new(image, "A class", "anyone")]), "/documents", "files"),
            (new GroupDocumentsChange(null), "/documents", "files"),
        ];
        foreach (var (body, path, field) in tries)
        {
            using var answer = await chair.SendAsync(HttpMethod.Put, $"/{group.Slug}{path}", body, group.Version);
            Assert.Equal([field], await GroupEditor.WrongAsync(answer));
        }

        foreach (var chairs in new string[]?[] { ["country:XX"], ["country:dz"], ["organisation:nobody-knows-it"], ["DZ"], null })
        {
            using var answer = await secretariat.SendAsync(HttpMethod.Put, $"/{group.Slug}", new WorkingGroupChange("Group", "en", null, null, chairs), group.Version);
            Assert.Equal(["chairs"], await GroupEditor.WrongAsync(answer));
        }

        using var macros = await chair.UploadAsync(group.Slug, "macros.docx", SampleFiles.OpenXml(parts: ("word/vbaProject.bin", [1])));
        Assert.Equal(["files"], await GroupEditor.WrongAsync(macros));
        Assert.Equal(group.Version, (await chair.ReadAsync<WorkingGroupDraft>($"/{group.Slug}/draft")).Version);
    }

    [Fact]
    public async Task Body_WithFieldsOfTheGroup_SetsNone()
    {
        var group = await GroupEditor.StartAsync(host, "Group that is not assigned", "country:DZ");
        using var chair = new GroupEditor(host, "member", "country:DZ");

        var written = await chair.DoAsync(
            HttpMethod.Put, $"/{group.Slug}/mandate?version=9&entity=country:AF&isStaff=true",
            new { mandate = "Assigned", chairs = new[] { "country:AF" }, slug = "mine", name = "Mine", version = 9, publicVersion = 9, id = Guid.Empty, years = new[] { new { year = 2024, plan = "Mine", planIsPublic = true } } }, group.Version);

        Assert.Equal((group.Slug, group.Name, "Assigned", group.Version + 1, 0), (written.Slug, written.Name, written.Mandate, written.Version, written.Years.Count));
        Assert.Equal(["country:DZ"], written.Chairs.Select(one => one.Owner));
    }

    [Fact]
    public async Task Body_WithMoreThanAYearOrADocument_MakesNothingPublic()
    {
        var group = await GroupEditor.StartAsync(host, "Group that keeps its parts", "country:DZ");
        using var chair = new GroupEditor(host, "member", "country:DZ");
        var file = await chair.AttachAsync(group.Slug, "Minutes.pdf", SampleFiles.Pdf());
        var before = await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}");

        var written = await chair.DoAsync(
            HttpMethod.Put, $"/{group.Slug}/years/2024?planFor=everyone&version=9",
            new { plan = "Kept", planFor = GroupReaders.Members, results = "", resultsFor = GroupReaders.Members, planIsPublic = true, isPublic = true, year = 1999, chairs = new[] { "country:AF" }, publicVersion = 9, version = 9 }, group.Version);
        written = await chair.DoAsync(
            HttpMethod.Put, $"/{group.Slug}/documents",
            new { documents = new[] { new { id = file, label = "Minutes", @for = GroupReaders.Members, isPublic = true, name = "page.html", mediaType = "text/html", url = "javascript:alert(1)" } }, mandate = "Mine", chairs = new[] { "country:AF" } }, written.Version);

        var after = await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}");
        Assert.Equal((0, 0, before.Mandate), (after.Years.Count, after.Documents.Count, after.Mandate));
        Assert.Equal((group.Version + 2, 2024, "country:DZ"), (written.Version, Assert.Single(written.Years).Year, Assert.Single(written.Chairs).Owner));
        Assert.EndsWith("/Minutes.pdf", Assert.Single((await chair.ReadAsync<GroupMembersPart>($"/{group.Slug}/members")).Documents).Url, StringComparison.Ordinal);
    }
}
