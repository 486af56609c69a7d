using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Groups;

/// <summary>What a group keeps for members is in no public answer, event or download, and neither is that there is any.</summary>
public sealed class GroupPartsTests(CatalogueHost host)
{
    private const string Everyone = GroupReaders.Everyone;
    private const string Members = GroupReaders.Members;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_ForMembers_AndPublicLater_IsReadBySignedOutReadersAndSearchOnlyThen()
    {
        var group = await GroupEditor.StartAsync(host, "Group that plans for members first", "country:AD");
        using var chair = new GroupEditor(host, "member", "country:AD");
        using var member = new GroupEditor(host, "member", "country:AE");
        var before = await PublicAsync(group.Slug);

        var kept = await chair.WrittenAsync(group, 2021, new("The secret plan of 2021", Members, null, Members));
        var (during, forMembers) = (await PublicAsync(group.Slug), await member.ReadAsync<GroupMembersPart>($"/{group.Slug}/members"));
        var published = await chair.WrittenAsync(kept, 2021, new("The secret plan of 2021", Everyone, null, Members));
        var after = await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}");

        // Byte for byte, tag included: not even a count tells of it.
        Assert.Equal(before, during);
        Assert.Equal([(2021, "The secret plan of 2021", null)], forMembers.Years.Select(year => (year.Year, year.Plan, year.Results)));
        Assert.Equal([(2021, "The secret plan of 2021", null)], after.Years.Select(year => (year.Year, year.Plan, year.Results)));
        Assert.Empty((await member.ReadAsync<GroupMembersPart>($"/{group.Slug}/members")).Years);
        // Added, given its chair, and made public: three events, none for what is the members'.
        var events = (await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == group.Slug, 3)).OrderBy(entry => entry.Version).ToList();
        Assert.Equal([(1, null), (2, null), (3, "The secret plan of 2021")], events.Select(entry => (entry.Version, entry.Texts["en"].Body)));
        Assert.Equal((group.Version + 2, EntryKinds.WorkingGroup, $"/working-groups/{group.Slug}"), (published.Version, events[2].Kind, events[2].Url));
        Assert.Equal(["AD"], events[2].Countries.Select(country => country.Code));
    }

    [Fact]
    public async Task PlanAndResultsOfAYear_AreEachForTheirReaders_AndWhatIsPublicMayBecomeTheMembers()
    {
        var group = await GroupEditor.StartAsync(host, "Group of two kinds of readers", "country:AD");
        using var chair = new GroupEditor(host, "focal_point", "country:AD");

        var written = await chair.WrittenAsync(group, 2022, new("A **public** plan", Everyone, "Results for members", Members));
        written = await chair.WrittenAsync(written, 2023, new(" ", Members, "Public results", Everyone));
        var (open, closed) = (await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}"), await chair.ReadAsync<GroupMembersPart>($"/{group.Slug}/members"));
        await chair.WrittenAsync(written, 2022, new("A **public** plan", Members, "Results for members", Members));

        Assert.Equal([(2023, null, "Public results"), (2022, "A **public** plan", null)], open.Years.Select(year => (year.Year, year.Plan, year.Results)));
        Assert.Equal([(2022, null, "Results for members")], closed.Years.Select(year => (year.Year, year.Plan, year.Results)));
        Assert.Equal([2023], (await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}")).Years.Select(year => year.Year));
        var events = await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == group.Slug, 5);
        Assert.DoesNotContain(events, entry => entry.Texts["en"].Body?.Contains("Results for members", StringComparison.Ordinal) ?? false);
        Assert.Equal("Public results", events.MaxBy(entry => entry.Version)!.Texts["en"].Body);
    }

    [Fact]
    public async Task Documents_AreSavedByTheirReadersAlone()
    {
        var group = await GroupEditor.StartAsync(host, "Group with documents", "country:AD");
        using var chair = new GroupEditor(host, "member", "country:AD");
        var (open, closed, unnamed) = (await chair.AttachAsync(group.Slug, "Open.pdf", SampleFiles.Pdf("Open")), await chair.AttachAsync(group.Slug, "Closed.pdf", SampleFiles.Pdf("Closed")), await chair.AttachAsync(group.Slug, "Unnamed.pdf", SampleFiles.Pdf("Unnamed")));

        await chair.DoAsync(HttpMethod.Put, $"/{group.Slug}/documents", new GroupDocumentsChange([new(open, "The open one", Everyone), new(closed, "The closed one", Members)]), group.Version);

        var shown = await host.GetAsync<WorkingGroupResponse>($"working-groups/{group.Slug}");
        var kept = await chair.ReadAsync<GroupMembersPart>($"/{group.Slug}/members");
        Assert.Equal(["The open one"], shown.Documents.Select(document => document.Label));
        Assert.Equal(["The closed one"], kept.Documents.Select(document => document.Label));
        using var saved = await host.AskAsync(Below(shown.Documents[0]));
        Assert.Equal(SampleFiles.Pdf("Open"), await saved.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(["nosniff"], saved.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal([FileDownload.ContentSecurityPolicy], saved.Headers.GetValues("Content-Security-Policy"));
        using var signedOut = await host.AskAsync(Below(kept.Documents[0]));
        using var asIfOpen = await host.AskAsync($"working-groups/{group.Slug}/documents/{closed}/Closed.pdf");
        using var member = await host.AskAsAsync("member", Below(kept.Documents[0]));
        using var waiting = await host.AskAsAsync("pending", Below(kept.Documents[0]));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.Forbidden], new[] { signedOut, asIfOpen, member, waiting }.Select(answer => answer.StatusCode));
        Assert.Equal("no-store", member.Headers.CacheControl!.ToString());
        foreach (var address in new[] { "documents", "members/documents" })
        {
            using var never = await host.AskAsAsync("administrator", $"working-groups/{group.Slug}/{address}/{unnamed}/Unnamed.pdf");
            Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
        }

        var told = (await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == group.Slug, 3)).MaxBy(entry => entry.Version)!;
        Assert.Equal("The open one", told.Texts["en"].Body);
    }

    private static string Below(FileResponse document) => document.Url["/api/catalogue/".Length..];

    private async Task<string> PublicAsync(string slug)
    {
        using var answer = await host.AskAsync($"working-groups/{slug}");
        return $"{answer.Headers.ETag} {await answer.Content.ReadAsStringAsync(Cancellation)}";
    }
}
