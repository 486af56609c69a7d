using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using static PfP.Catalogue.Tests.Chains.Linking;

namespace PfP.Catalogue.Tests.Chains;

/// <summary>What the public sees of chains.</summary>
public sealed class ChainTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chain_IsTheSameFromEachOfItsEnds_AndSaysWhoSaysSo()
    {
        using var secretariat = new Linking(host);
        using var kenya = new Linking(host, "focal_point", "country:KE");
        var recommendation = await EntryAsync(host, "Chained recommendation", "recommendation");
        var call = await CallAsync(host, "chained-call", "country:KE");
        var practice = await EntryAsync(host, "Chained practice", owner: "KE");
        var adaptation = await EntryAsync(host, "Chained adaptation", owner: "PE");

        var first = await secretariat.AddedAsync(recommendation, "led-to", $"https://pfp.example/fr{call}?from=mail");
        await kenya.AddedAsync(call, "led-to", practice);
        await kenya.AddedAsync(practice, "adapted-by", adaptation);
        Assert.Equal(HttpStatusCode.NoContent, (await secretariat.StepAsync(first, "verify")).StatusCode);

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var path in new[] { recommendation, call, practice, adaptation })
        {
            var chain = await ChainAsync(host, path);
            Assert.Equal((path, path, true), (chain.Url, chain.Ends[0].Url, chain.IsComplete));
            Assert.Equal(new[] { recommendation, call, practice, adaptation }.Order(), chain.Ends.Select(end => end.Url).Order());
            Assert.Equal(
                new[] { (call, practice, "led-to", "country:KE", false), (practice, adaptation, "adapts", "country:KE", false), (recommendation, call, "led-to", "secretariat", true) },
                chain.Links.Select(link => (link.From, link.To, link.Relation, link.SaidBy, link.VerifiedOn >= today)).Order());
        }

        Assert.Equal("A call for samples", (await ChainAsync(host, practice)).Ends.Single(end => end.Kind == "call").Title);
    }

    [Fact]
    public async Task Chain_OfWhatHasNoLinks_IsItself_AndOfWhatIsNotPublic_IsNotFound()
    {
        var alone = await EntryAsync(host, "Alone in its chain", "recommendation");

        var chain = await ChainAsync(host, alone);

        Assert.Equal((1, 0, true), (chain.Ends.Count, chain.Links.Count, chain.IsComplete));
        foreach (var path in new[] { "/practices/none-of-all", "/calls/none-of-all", "/themes/remittances" })
        {
            using var missing = await host.AskAsync($"chains{path}");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task Chain_IsBrokenWhereAnEntryIsWithdrawn_WithoutAnError_AndWholeAgainOnceItIsBack()
    {
        using var secretariat = new Linking(host);
        var paths = new[] { await EntryAsync(host, "Before the gap", "recommendation"), await EntryAsync(host, "The gap itself"), await EntryAsync(host, "After the gap", "tool") };
        await secretariat.AddedAsync(paths[0], "led-to", paths[1]);
        await secretariat.AddedAsync(paths[1], "led-to", paths[2]);

        await host.ImportAsync(new { key = "chain The gap itself", action = "withdraw", reason = "Asked for." });
        var broken = await ChainAsync(host, paths[0]);
        using var gone = await host.AskAsync($"chains{paths[1]}");
        var listed = Assert.Single(await secretariat.ListedAsync(paths[0]));
        await host.ImportAsync(new { kind = "practice", key = "chain The gap itself", action = "publish", title = "The gap itself" });

        Assert.Equal((paths[0], 0), (Assert.Single(broken.Ends).Url, broken.Links.Count));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal((paths[1], null, null), (listed.Other, listed.OtherEnd, listed.Withdrawal));
        Assert.Equal(3, (await ChainAsync(host, paths[2])).Ends.Count);
    }

    [Fact]
    public async Task Chain_ThatIsACircle_Ends()
    {
        using var secretariat = new Linking(host);
        var paths = new[] { await EntryAsync(host, "Circle one"), await EntryAsync(host, "Circle two"), await EntryAsync(host, "Circle three") };
        for (var index = 0; index < 3; index++)
        {
            await secretariat.AddedAsync(paths[index], "led-to", paths[(index + 1) % 3]);
        }

        await secretariat.AddedAsync(paths[0], "updates", paths[1]);

        var chain = await ChainAsync(host, paths[1]);

        Assert.Equal((3, 4, true), (chain.Ends.Count, chain.Links.Count, chain.IsComplete));
    }

    [Fact]
    public async Task Chain_ThatIsTooLong_SaysSo()
    {
        using var secretariat = new Linking(host);
        var middle = await EntryAsync(host, "Middle of many", "recommendation");
        for (var index = 0; index < 41; index++)
        {
            await secretariat.AddedAsync(middle, "led-to", await EntryAsync(host, $"One of many {index}"));
        }

        var chain = await ChainAsync(host, middle);

        Assert.Equal((40, 39, false), (chain.Ends.Count, chain.Links.Count, chain.IsComplete));
    }

    [Fact]
    public async Task Chain_OfADuplicate_GoesOnFromTheEntryThatStays()
    {
        using var secretariat = new Linking(host);
        var paths = new[] { await EntryAsync(host, "Source of a duplicate", "recommendation"), await EntryAsync(host, "The duplicate of two"), await EntryAsync(host, "The one that is kept") };
        await secretariat.AddedAsync(paths[0], "led-to", paths[1]);
        await secretariat.AddedAsync(paths[1], "led-to", paths[2]);

        await host.ImportAsync(new { key = "chain The duplicate of two", action = "merge", into = "chain The one that is kept" });

        var chain = await ChainAsync(host, paths[0]);
        Assert.Equal([paths[0], paths[2]], chain.Ends.Select(end => end.Url));
        Assert.Equal([(paths[0], paths[2])], chain.Links.Select(link => (link.From, link.To)));
        Assert.Equal(paths[2], (await ChainAsync(host, paths[1])).Url);
    }

    [Fact]
    public async Task Call_IsKnownByItsLatestEvent_WhateverTheirOrder()
    {
        var id = Guid.CreateVersion7();
        using var secretariat = new Linking(host);
        var path = await CallAsync(host, "told-twice", "country:KE", version: 3, title: "As it is called now", id: id);
        await CallAsync(host, "told-twice", "country:KE", version: 2, title: "As it was called once", id: id);
        // Handled after both: what comes last is in the same queue.
        await CallAsync(host, "told-afterwards", "country:KE");

        Assert.Equal("As it is called now", (await ChainAsync(host, path)).Ends[0].Title);
    }

    [Fact]
    public async Task Practice_ThatSaysWhatItCameFrom_IsLinkedByItsPublication_InTheNameOfItsOwner()
    {
        using var member = new Contributing(host, "focal_point", "country:SN");
        using var moderator = new Contributing(host, "moderator", null);
        var call = await CallAsync(host, "leads-to-a-practice", "country:SN");

        var published = await member.PublishAsync(await member.StartAsync(), Contributing.Complete with { Title = "A practice out of a call", ComesFrom = $"http://localhost:8080{call}" }, moderator);

        var link = Assert.Single((await ChainAsync(host, call)).Links);
        Assert.Equal((call, $"/practices/{published.Slug}", "led-to", "country:SN", null), (link.From, link.To, link.Relation, link.SaidBy, link.VerifiedOn));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(record => record.SubjectId == link.Id && record.SubjectKind == "chain" && record.Action == "linked", Cancellation)));
    }

    [Fact]
    public async Task Submission_ThatComesFromNowhere_IsRefusedAtTheField()
    {
        using var member = new Contributing(host, "focal_point", "country:SN");
        var draft = await member.StartAsync(Contributing.Complete with { ComesFrom = "javascript:alert(1)" });

        Assert.Equal(["comesFrom"], draft.Wrong.Select(wrong => wrong.Field));
        Assert.Equal(400, await Contributing.StatusAsync(member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version)));
    }
}
