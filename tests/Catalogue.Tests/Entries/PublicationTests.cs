using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Import;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Import;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Entries;

public sealed class PublicationTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publication_CommitsStateRevisionAuditAndEventTogether()
    {
        await host.ImportAsync(Rows.FullPractice("publish-together"));

        var entry = await EntryAsync("practice-publish-together");
        var message = Assert.Single(await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 1));
        Assert.Equal((entry.Id, 1, "/practices/practice-publish-together"), (message.EntryId, message.Version, message.Url));
        Assert.Equal("Who does what, where.", message.Texts["en"].Summary);
        Assert.Contains("What was learned.", message.Texts["en"].Body, StringComparison.Ordinal);
        Assert.Equal(["lessons", "pitfalls", "evidence"], message.Has);
        Assert.Equal(2020, Assert.Single(message.Summits).Year);
        var audit = await host.InDatabaseAsync(db => db.Audit.SingleAsync(record => record.SubjectId == entry.Id, Cancellation));
        Assert.Equal(("import", "published", 1), (audit.Actor, audit.Action, audit.Version));
        Assert.Contains("texts", audit.Fields);
    }

    [Fact]
    public async Task Publication_WhenTheTransactionFails_LeavesNeitherStateNorEvent()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        var publication = scope.ServiceProvider.GetRequiredService<EntryPublication>();
        var entry = Entry.Create(EntryKinds.Practice, archival: true);
        var content = new EntryContent { Texts = new Dictionary<string, EntryTexts> { ["en"] = new("Never committed", "human") } };
        db.Entries.Add(entry);
        publication.Publish(entry, content, null, "never-committed", new Registers(new Dictionary<string, PfP.Catalogue.Organisations.Organisation>(), new Dictionary<int, PfP.Catalogue.Summits.Summit>()), "test");
        db.Keys.Add(new EntryKey("practice/prague-process", entry.Id)); // taken by the archive

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        using var response = await host.AskAsync("practices/never-committed");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var message = (Guid)db.ChangeTracker.Entries().Single(tracked => tracked.Metadata.GetTableName() == "outbox").Property("Id").CurrentValue!;
        Assert.Equal(0, await host.InDatabaseAsync(other => other.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from outbox where id = {message}").SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Withdrawal_IsA410WithDayAndReason_ForAllVersions_AndAnEventOfAHigherVersion()
    {
        await host.ImportAsync(new { kind = "tool", key = "withdraw-me", title = "To be withdrawn" }, new { key = "withdraw-me", action = "withdraw", reason = "Its authors asked for it." });

        foreach (var path in new[] { "tools/to-be-withdrawn", "tools/to-be-withdrawn/versions", "tools/to-be-withdrawn/versions/1" })
        {
            using var response = await host.AskAsync(path);
            Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(Cancellation);
            Assert.Equal("Its authors asked for it.", problem!.Detail);
            Assert.NotNull(problem.Extensions["withdrawnAt"]);
        }

        var message = Assert.Single(await host.Published.OfAsync<EntryWithdrawn>(message => message.Slug == "to-be-withdrawn", 1));
        Assert.Equal((2, "tool", "to-be-withdrawn", "Its authors asked for it."), (message.Version, message.Kind, message.Slug, message.Reason));
        Assert.DoesNotContain((await host.GetAsync<Page<EntrySummary>>("tools?pageSize=100")).Items, entry => entry.Slug == "to-be-withdrawn");
    }

    [Fact]
    public async Task WithdrawnEntry_ComesBackOnlyWhenAskedFor_UnderItsAddress()
    {
        await host.ImportAsync(new { kind = "practice", key = "come-back", title = "Come back" }, new { key = "come-back", action = "withdraw", reason = "Too early." });

        var unasked = Assert.Single(await host.ImportAsync(new { kind = "practice", key = "come-back", title = "Come back now" }));
        var asked = Assert.Single(await host.ImportAsync(new { action = "publish", key = "come-back", title = "Come back now" }));

        Assert.Equal((RowOutcome.Rejected, "It was withdrawn (Too early.); action: publish brings it back."), (unasked.Outcome, unasked.Message));
        Assert.Equal((RowOutcome.Updated, "/practices/come-back"), (asked.Outcome, asked.Address));
        Assert.Equal(3, (await host.GetAsync<EntryResponse>("practices/come-back")).Version);
        var newcomer = Assert.Single(await host.ImportAsync(new { kind = "practice", key = "come-back-again", title = "Come back" }));
        Assert.Equal("/practices/come-back-2", newcomer.Address);
    }

    [Fact]
    public async Task ArchivedEntry_StaysReadable_AndSaysSo()
    {
        await host.ImportAsync(new { kind = "practice", key = "archive-me", title = "Kept for the record" }, new { key = "archive-me", action = "archive", reason = "The programme has ended." });

        var entry = await host.GetAsync<EntryResponse>("practices/kept-for-the-record");

        Assert.Equal(("archived", 2), (entry.State, entry.Version));
        Assert.Equal([1, 2], (await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 2)).Select(message => message.Version).Order());
    }

    [Fact]
    public async Task MergedEntry_LeadsToTheOneThatStays_ByAddressAndByKey()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "stays", title = "The one that stays" },
            new { kind = "practice", key = "doubled", title = "The double" },
            new { kind = "practice", key = "refers", title = "It refers to the double", related = new[] { "doubled" } },
            new { key = "doubled", action = "merge", into = "stays" });

        using var response = await host.AskAsync("practices/the-double?lang=fr");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/api/catalogue/practices/the-one-that-stays?lang=fr", response.Headers.Location!.ToString());
        Assert.Equal("the-one-that-stays", Assert.Single((await host.GetAsync<EntryResponse>("practices/it-refers-to-the-double")).Related).Slug);
        Assert.Single(await host.Published.OfAsync<EntryWithdrawn>(message => message.Slug == "the-double", 1));
    }

    [Fact]
    public async Task Language_WithoutATranslation_FallsBackAndIsNamed()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "speaks", title = "It speaks French too", countries = new[] { "LI" }, solution = "In English." },
            new { key = "speaks", language = "fr", title = "Elle parle français", solution = "En français.", origin = "machine" });

        var french = await host.GetAsync<EntryResponse>("practices/it-speaks-french-too?lang=fr");
        var spanish = await host.GetAsync<EntryResponse>("practices/it-speaks-french-too?lang=es");

        Assert.Equal(("fr", "machine", "Elle parle français", "En français."), (french.Language, french.Origin, french.Title, french.Practice!.Solution));
        Assert.Equal(("en", "human", "It speaks French too"), (spanish.Language, spanish.Origin, spanish.Title));
        Assert.Equal(["en", "fr"], spanish.Languages);
        Assert.Equal("Elle parle français", (await host.GetAsync<Page<EntrySummary>>("practices?lang=fr&country=LI")).Items.Single(entry => entry.Slug == "it-speaks-french-too").Title);
    }

    private Task<Entry> EntryAsync(string slug) => host.InDatabaseAsync(db => db.Entries.SingleAsync(entry => entry.Slug == slug, Cancellation));
}
