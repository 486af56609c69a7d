using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using static PfP.Catalogue.Tests.Chains.Linking;

namespace PfP.Catalogue.Tests.Chains;

/// <summary>Who says what came out of what, takes it back, and finds it to be so.</summary>
public sealed class LinkRightsTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("visitor", null, 401, 401)]
    [InlineData("pending", "KE", 403, 403)]
    [InlineData("member", "KE", 403, 403)]
    [InlineData("focal_point", "KE", 200, 200)]
    [InlineData("focal_point", "PE", 200, 404)]
    [InlineData("focal_point", "SN", 403, 404)]
    [InlineData("focal_point", null, 403, 404)]
    [InlineData("moderator", null, 200, 200)]
    [InlineData("administrator", "SN", 200, 200)]
    public async Task Link_IsForTheSecretariat_AndForWhoeverAnswersForOneOfTheTwo(string role, string? country, int adds, int lists)
    {
        var (mine, other) = (await EntryAsync(host, $"Mine {role} {country}", owner: "KE"), await EntryAsync(host, $"Other {role} {country}", owner: "PE"));
        using var somebody = new Linking(host, role, country is null ? null : $"country:{country}");

        using var added = await somebody.AddAsync(mine, "led-to", other);
        using var listed = await somebody.ListAsync(mine);

        Assert.Equal((adds, lists), ((int)added.StatusCode, (int)listed.StatusCode));
        Assert.Equal(adds == 200 ? 1 : 0, (await ChainAsync(host, mine)).Links.Count);
        if (adds == 200)
        {
            Assert.Equal(role == "focal_point" ? $"country:{country}" : "secretariat", (await ChainAsync(host, mine)).Links[0].SaidBy);
        }
    }

    [Fact]
    public async Task Link_SaidAgain_IsTheSameOne_FromWhicheverEndAndByWhomever()
    {
        var (earlier, later) = (await EntryAsync(host, "Said twice first", owner: "KE"), await EntryAsync(host, "Said twice second", owner: "PE"));
        using var kenya = new Linking(host, "focal_point", "country:KE");
        using var peru = new Linking(host, "focal_point", "country:PE");

        var said = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => number % 2 == 0 ? kenya.AddedAsync(earlier, "led-to", later) : peru.AddedAsync(later, "comes-from", earlier)));
        await kenya.AddedAsync(earlier, "adapted-by", later);

        Assert.Single(said.DistinctBy(link => link.Id));
        Assert.Equal(["adapts", "led-to"], (await ChainAsync(host, earlier)).Links.Select(link => link.Relation).Order());
        Assert.Equal(["comes-from", "adapts"], (await peru.ListedAsync(later)).Select(link => link.Relation));
        var id = said[0].Id;
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(record => record.SubjectId == id, Cancellation)));
    }

    [Theory]
    [InlineData("relation", "", "/practices/wrong-links-other")]
    [InlineData("relation", "caused", "/practices/wrong-links-other")]
    [InlineData("relation", null, "/practices/wrong-links-other")]
    [InlineData("other", "led-to", null)]
    [InlineData("other", "led-to", "javascript:alert(1)")]
    [InlineData("other", "led-to", "/practices/none-of-all")]
    [InlineData("other", "led-to", "/calls/none-of-all")]
    [InlineData("other", "led-to", "/practices/wrong-links-here")]
    [InlineData("other", "led-to", "/practices/wrong-links-gone")]
    [InlineData("other", "led-to", "/practices/\u0000<script>")]
    [InlineData("other", "led-to", "/countries/ke")]
    public async Task Link_ThatIsWrong_IsRefusedAtItsField(string field, string? relation, string? other)
    {
        var here = await EntryAsync(host, "Wrong links here");
        await EntryAsync(host, "Wrong links other");
        await EntryAsync(host, "Wrong links gone");
        await host.ImportAsync(new { key = "chain Wrong links gone", action = "withdraw", reason = "Asked for." });
        using var secretariat = new Linking(host);

        using var refused = await secretariat.AddAsync(here, relation, other);
        using var tooLong = await secretariat.AddAsync(here, "led-to", $"/practices/{new string('x', 100_000)}");

        Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Empty((await ChainAsync(host, here)).Links);
    }

    [Fact]
    public async Task Link_Withdrawn_IsInNoChain_StaysOnRecord_AndMayBeSaidAnew()
    {
        var (earlier, later) = (await EntryAsync(host, "Withdrawn link first", owner: "KE"), await EntryAsync(host, "Withdrawn link second", owner: "PE"));
        using var secretariat = new Linking(host);
        using var kenya = new Linking(host, "focal_point", "country:KE");
        using var peru = new Linking(host, "focal_point", "country:PE");
        var link = await kenya.AddedAsync(earlier, "led-to", later);

        var answers = new[]
        {
            await kenya.StepAsync(link, "withdraw", reason: " "),
            await kenya.StepAsync(link, "withdraw", reason: "two\nlines"),
            await peru.StepAsync(link, "withdraw"),
            await kenya.StepAsync(link, "withdraw", version: 7),
            await kenya.StepAsync(link, "withdraw"),
            await kenya.StepAsync(link, "withdraw", version: 2),
            await secretariat.StepAsync(link, "verify", version: 2),
        }.Select(answer => (int)answer.StatusCode);

        Assert.Equal([400, 400, 403, 412, 204, 409, 409], answers);
        Assert.Equal((1, 0), ((await ChainAsync(host, earlier)).Ends.Count, (await ChainAsync(host, later)).Links.Count));
        var kept = Assert.Single(await peru.ListedAsync(later));
        Assert.Equal((link.Id, "comes-from", earlier, "It was a mistake.", false), (kept.Id, kept.Relation, kept.Other, kept.Withdrawal!.Reason, kept.MayWithdraw));
        Assert.NotEqual(link.Id, (await secretariat.AddedAsync(earlier, "led-to", later)).Id);
        Assert.Single((await ChainAsync(host, later)).Links);
    }

    [Fact]
    public async Task Body_WithFieldsOfTheLink_SetsNone()
    {
        var (earlier, later) = (await EntryAsync(host, "Assigned link first", owner: "KE"), await EntryAsync(host, "Assigned link second", owner: "PE"));
        using var kenya = new Linking(host, "focal_point", "country:KE");

        var link = await kenya.AddedAsync($"{earlier}/links?entity=country:PE&isStaff=true&version=9", new
        {
            relation = "led-to",
            other = later,
            id = Guid.Empty,
            fromKey = "practice/somebody-elses",
            toKey = "practice/somebody-elses",
            saidBy = "secretariat",
            saidAt = "2020-01-01T00:00:00Z",
            verifiedOn = "2020-01-01",
            withdrawnAt = "2020-01-01T00:00:00Z",
            withdrawalReason = "Mine",
            mayWithdraw = true,
            version = 9,
            role = "administrator",
            entity = "country:PE",
        });

        Assert.Equal((1, "country:KE", null, null), (link.Version, link.SaidBy, link.VerifiedOn, link.Withdrawal));
        Assert.True(link.Id != Guid.Empty && link.SaidAt.Year > 2020);
        Assert.Equal([(earlier, later)], (await ChainAsync(host, later)).Links.Select(shown => (shown.From, shown.To)));
    }

    [Theory]
    [InlineData("visitor", 401, 401)]
    [InlineData("member", 403, 403)]
    [InlineData("focal_point", 403, 403)]
    [InlineData("moderator", 204, 204)]
    public async Task WhatTheSecretariatSays_IsItsOwnToVerifyAndToTakeBack(string role, int verify, int withdraw)
    {
        var (earlier, later) = (await EntryAsync(host, $"Own words {role} first", owner: "KE"), await EntryAsync(host, $"Own words {role} second", owner: "PE"));
        using var secretariat = new Linking(host);
        using var somebody = new Linking(host, role, "country:KE");
        var link = await secretariat.AddedAsync(earlier, "led-to", later);

        using var verified = await somebody.StepAsync(link, "verify");
        using var withdrawn = await somebody.StepAsync(link, "withdraw", version: verify == 204 ? 2 : 1);

        Assert.Equal((verify, withdraw), ((int)verified.StatusCode, (int)withdrawn.StatusCode));
    }
}
