using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Departures;

/// <summary>What becomes of an entry that the secretariat archives, withdraws or merges.</summary>
public sealed class DeparturesTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Archived_StaysReadable_WithItsNoteAndEvent()
    {
        using var moderator = new Deciding(host);
        var entry = await moderator.EntryAsync("Archived at the desk", kind: "tool");

        var archived = await moderator.DoAsync(entry, "archive", new EntryReason(" Its edition of 2020 is the last. "));

        Assert.Equal(("archived", 2, null), (archived.State, archived.Version, archived.Withdrawal));
        Assert.Equal("archived", (await host.GetAsync<EntryResponse>("tools/archived-at-the-desk")).State);
        Assert.Equal("Its edition of 2020 is the last.", (await host.GetAsync<VersionResponse[]>("tools/archived-at-the-desk/versions"))[0].Note);
        Assert.Equal([1, 2], (await host.Published.OfAsync<EntryPublished>(told => told.EntryId == entry.Id, 2)).Select(told => told.Version).Order());
        await AssertRecordedAsync(entry, "archived");
    }

    [Fact]
    public async Task Withdrawn_SaysWhenAndWhy_AndSearchIsTold()
    {
        using var moderator = new Deciding(host);
        var entry = await moderator.EntryAsync("Withdrawn at the desk", "archived");

        var withdrawn = await moderator.DoAsync(entry, "withdraw", new EntryReason("Its authors asked for it."));

        Assert.Equal(("withdrawn", 3, "Its authors asked for it."), (withdrawn.State, withdrawn.Version, withdrawn.Withdrawal!.Reason));
        using var gone = await host.AskAsync("practices/withdrawn-at-the-desk");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Its authors asked for it.", await gone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var told = Assert.Single(await host.Published.OfAsync<EntryWithdrawn>(told => told.EntryId == entry.Id, 1));
        Assert.Equal((3, "Its authors asked for it."), (told.Version, told.Reason));
        await AssertRecordedAsync(entry, "withdrawn");
    }

    [Fact]
    public async Task Merged_LeadsToTheOneThatStays_AlsoOverSeveralSteps()
    {
        using var moderator = new Deciding(host);
        var (first, second, last) = (await moderator.EntryAsync("First of three"), await moderator.EntryAsync("Second of three"), await moderator.EntryAsync("Last of three", "archived"));

        var merged = await moderator.DoAsync(first, "merge", new EntryMerge(second.Id, null));
        await moderator.DoAsync(second, "merge", new EntryMerge(last.Id, "Both were entered twice."));

        Assert.Equal(("merged", 2, second.Entry, EntryPublication.SameWork), (merged.State, merged.Version, merged.MergedInto, merged.Withdrawal!.Reason));
        foreach (var slug in new[] { "first-of-three", "second-of-three" })
        {
            using var moved = await host.AskAsync($"practices/{slug}?lang=fr");
            Assert.Equal((HttpStatusCode.MovedPermanently, "/api/catalogue/practices/last-of-three?lang=fr"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        }

        // Whoever refers to one of them by key is led on, and its contact is nobody's any more.
        Assert.All(await host.InDatabaseAsync(db => db.Keys.Where(key => key.Key.EndsWith("of-three")).ToListAsync(Cancellation)), key => Assert.Equal(last.Id, key.TargetId));
        Assert.Equal([last.Id], await host.InDatabaseAsync(db => db.Contacts.Where(contact => new[] { first.Id, second.Id, last.Id }.Contains(contact.EntryId)).Select(contact => contact.EntryId).ToListAsync(Cancellation)));
        Assert.Single(await host.Published.OfAsync<EntryWithdrawn>(told => told.EntryId == first.Id, 1));
        await AssertRecordedAsync(first, "merged");
        Assert.Equal(last.Version, (await moderator.ReadAsync(last.Id)).Version);
    }

    [Fact]
    public async Task Merge_OfWhatSomebodyAnswersFor_IsToldThem()
    {
        using var owner = new Contributing(host, "member", "country:MD");
        using var reviewer = new Contributing(host, "moderator", null);
        using var moderator = new Deciding(host);
        var draft = await owner.StartAsync(Contributing.Complete with { Title = "Answered for and merged" });
        var published = await owner.PublishAsync(draft, draft.Form, reviewer);
        var (entry, stays) = (await moderator.ReadAsync((await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Id), await moderator.EntryAsync("Stays beside it"));

        await moderator.DoAsync(entry, "merge", new EntryMerge(stays.Id, null));

        Assert.Equal(
            [new EntryMerged(entry.Id, 2, "Answered for and merged", "country:MD", "/practices/stays-beside-it")],
            await host.Published.OfAsync<EntryMerged>(merged => merged.EntryId == entry.Id, 1));
    }

    [Fact]
    public async Task Merge_IntoWhatCannotStay_IsRefusedAtTheField()
    {
        using var moderator = new Deciding(host);
        var entry = await moderator.EntryAsync("Not merged into anything");
        var tool = await moderator.EntryAsync("A tool to merge into", kind: "tool");
        var withdrawn = await moderator.EntryAsync("Withdrawn and not merged into", "withdrawn");
        var circle = await moderator.EntryAsync("Merged and not merged into");
        await moderator.DoAsync(circle, "merge", new EntryMerge(entry.Id, null));

        foreach (var (into, message) in new (Guid?, string)[]
        {
            (entry.Id, "It is the entry itself."), (tool.Id, "It is a tool, not a practice."), (withdrawn.Id, "It is withdrawn."), (circle.Id, "It is merged."),
            (Guid.NewGuid(), "There is no such entry."), (null, "There is no such entry."),
        })
        {
            using var answer = await moderator.SendAsync(HttpMethod.Post, entry.Id, "merge", new EntryMerge(into, null), entry.Version);
            await AssertRefusedAsync(answer, "into", message);
        }

        Assert.Equal((entry.Version, "published"), ((await moderator.ReadAsync(entry.Id)).Version, (await moderator.ReadAsync(entry.Id)).State));
    }

    // Each of the two was read while the other was public.
    [Fact]
    public async Task Merges_IntoEachOther_AtTheSameTime_AreOne()
    {
        using var moderator = new Deciding(host);
        var (one, other) = (await moderator.EntryAsync("One into the other"), await moderator.EntryAsync("The other into one"));
        await using var first = host.Services.CreateAsyncScope();
        await using var second = host.Services.CreateAsyncScope();

        var save = await MergeAsync(first.ServiceProvider, one.Id, other.Id);
        var saveToo = await MergeAsync(second.ServiceProvider, other.Id, one.Id);
        await save();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(saveToo);
        Assert.Equal(("merged", "published"), ((await moderator.ReadAsync(one.Id)).State, (await moderator.ReadAsync(other.Id)).State));
    }

    [Fact]
    public async Task Withdrawal_WithoutAReason_OrAWrongOne_IsRefusedAtTheField()
    {
        using var moderator = new Deciding(host);
        var entry = await moderator.EntryAsync("Not withdrawn without a reason");

        foreach (var (reason, message) in new[]
        {
            (null, "It is required."), (" ", "It is required."), (new string('x', EntryReason.Longest + 1), "It is one line of at most 500 characters."), ("a\u0000b", "It is one line of at most 500 characters."),
        })
        {
            using var answer = await moderator.SendAsync(HttpMethod.Post, entry.Id, "withdraw", new EntryReason(reason), entry.Version);
            await AssertRefusedAsync(answer, "reason", message);
        }

        foreach (var (step, body) in new (string, object)[] { ("archive", new EntryReason("a\nb")), ("merge", new EntryMerge(Guid.NewGuid(), "a\nb")) })
        {
            using var answer = await moderator.SendAsync(HttpMethod.Post, entry.Id, step, body, entry.Version);
            await AssertRefusedAsync(answer, "reason", "It is one line of at most 500 characters.");
        }
    }

    [Theory]
    [InlineData("archive")]
    [InlineData("withdraw")]
    [InlineData("merge")]
    public async Task Decision_IsAboutTheVersionThatWasSeen(string step)
    {
        using var moderator = new Deciding(host);
        var (entry, target) = (await moderator.EntryAsync($"Seen to {step}"), await moderator.EntryAsync($"Target seen to {step}"));
        await host.ImportAsync(new { key = $"desk Seen to {step}", title = $"Seen to {step}", summary = "Changed meanwhile." });
        object body = step == "merge" ? new EntryMerge(target.Id, null) : new EntryReason("Nobody has seen it.");

        using var outdated = await moderator.SendAsync(HttpMethod.Post, entry.Id, step, body, entry.Version);
        using var unseen = await moderator.SendAsync(HttpMethod.Post, entry.Id, step, body);
        using var unreadable = await moderator.SendAsync(HttpMethod.Post, entry.Id, step, new { into = "not-an-id", reason = 7 }, entry.Version + 1);

        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired, HttpStatusCode.BadRequest), (outdated.StatusCode, unseen.StatusCode, unreadable.StatusCode));
        Assert.All([outdated, unseen, unreadable], answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("published", (await moderator.ReadAsync(entry.Id)).State);
    }

    private static async Task<Func<Task>> MergeAsync(IServiceProvider services, Guid id, Guid into)
    {
        var db = services.GetRequiredService<CatalogueDbContext>();
        var (entry, target) = (await db.Entries.SingleAsync(entry => entry.Id == id, Cancellation), await db.Entries.SingleAsync(entry => entry.Id == into, Cancellation));
        await services.GetRequiredService<EntryPublication>().MergeAsync(entry, await db.ContentOfAsync(entry, Cancellation), target, EntryPublication.SameWork, "test", Cancellation);
        return () => db.SaveChangesAsync(Cancellation);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string field, string message)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation);
        Assert.Equal([message], problem!.Errors[field]);
    }

    private async Task AssertRecordedAsync(DeskEntry entry, string action)
    {
        var record = await host.InDatabaseAsync(db => db.Audit.SingleAsync(record => record.SubjectId == entry.Id && record.Action == action, Cancellation));
        Assert.StartsWith("member:", record.Actor, StringComparison.Ordinal);
        Assert.Equal((entry.Entry.Kind, entry.Version + 1), (record.SubjectKind, record.Version));
    }
}
