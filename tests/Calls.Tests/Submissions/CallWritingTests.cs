using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Submissions;

/// <summary>A draft is kept as it was typed, by several who share it, and by nobody twice.</summary>
public sealed class CallWritingTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_TwiceWithOneKey_BeginsOne()
    {
        var owner = Calling.NewOwner();
        using var member = new Calling(host, "member", owner);
        using var colleague = new Calling(host, "focal_point", owner);
        using var stranger = new Calling(host, "member", Calling.NewOwner());

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => member.StartAsync(key: "the-one")));
        var again = await colleague.StartAsync(new(), "the-one");
        var other = await stranger.StartAsync(key: "the-one");

        Assert.Single(begun.Append(again).Select(call => call.Id).Distinct());
        Assert.NotEqual(again.Id, other.Id);
        Assert.Equal(1, (await Calling.ReadAsync<Page<CallSubmissionSummary>>(member.SendAsync(HttpMethod.Get, ""))).Total);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(record => record.SubjectId == again.Id, Cancellation)));
    }

    [Fact]
    public async Task Start_ByWhoActsForNobody_IsRefused()
    {
        using var member = new Calling(host, "member", null);
        using var answer = await member.SendAsync(HttpMethod.Post, "", Calling.Complete);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Draft_IsSharedByTheMembersOfItsOwner_AndTheSecondOfTwoIsTold()
    {
        var owner = Calling.NewOwner();
        using var first = new Calling(host, "member", owner);
        using var second = new Calling(host, "member", owner);
        var draft = await first.StartAsync();

        var saved = await Task.WhenAll(
            first.SendAsync(HttpMethod.Put, $"/{draft.Id}", Calling.Complete with { Title = "First" }, draft.Version),
            second.SendAsync(HttpMethod.Put, $"/{draft.Id}", Calling.Complete with { Title = "Second" }, draft.Version));
        using var late = await second.SendAsync(HttpMethod.Put, $"/{draft.Id}", Calling.Complete with { Title = "Third" }, draft.Version);
        using var blind = await second.SendAsync(HttpMethod.Put, $"/{draft.Id}", Calling.Complete with { Title = "Fourth" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], saved.Select(answer => answer.StatusCode).Order());
        Assert.Equal((HttpStatusCode.PreconditionFailed, (HttpStatusCode)428), (late.StatusCode, blind.StatusCode));
        var kept = await second.GetAsync(draft.Id);
        Assert.Equal((2, true), (kept.Version, kept.Form.Title is "First" or "Second"));
    }

    [Fact]
    public async Task Steps_OfAnotherVersion_AreRefused()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        using var moderator = new Calling(host, "moderator", null);
        var draft = await member.StartAsync();
        Assert.Equal(412, await member.TryAsync(draft, "submit", version: 9));
        var submitted = await member.DoAsync(draft, "submit");
        Assert.Equal(412, await moderator.TryAsync(submitted, "publish", version: draft.Version));
        var published = await moderator.DoAsync(submitted, "publish");

        Assert.Equal(412, await member.TryAsync(published, "extend", Calling.Later(90), submitted.Version));
        Assert.Equal(412, await member.TryAsync(published, "cancel", new CancelledFor("No"), submitted.Version));
        Assert.Equal("published", (await member.GetAsync(draft.Id)).State);
    }

    [Fact]
    public async Task Extend_AndCancel_AtTheSameMoment_BothCannotBe()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var call = await Calling.InStateAsync(host, "published", (await member.StartAsync()).Owner);

        var answers = await Task.WhenAll(member.TryAsync(call, "extend", Calling.Later(90)), member.TryAsync(call, "cancel", new CancelledFor("No")));

        Assert.Equal([200, 412], answers.Order());
        var after = await member.GetAsync(call.Id);
        var planned = await host.InDatabaseAsync(db => db.Dues.Where(due => due.CallId == call.Id && due.Moment == "closed").Select(due => due.At).ToListAsync(Cancellation));
        Assert.Equal(after.State == "cancelled" ? [] : [after.Deadline!.At], planned);
    }

    [Fact]
    public async Task Save_OfWhatIsThere_ChangesNothing()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var draft = await member.StartAsync();

        var saved = await member.SaveAsync(draft, draft.Form);

        Assert.Equal(draft.Version, saved.Version);
    }

    [Fact]
    public async Task Discarded_IsGone_AndItsRecordSaysByWhom()
    {
        var id = Guid.CreateVersion7();
        using var member = new Calling(host, "member", Calling.NewOwner(), id);
        var draft = await member.StartAsync();

        using var gone = await member.SendAsync(HttpMethod.Delete, $"/{draft.Id}", version: draft.Version);
        using var missing = await member.SendAsync(HttpMethod.Get, $"/{draft.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (gone.StatusCode, missing.StatusCode));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == draft.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal([("started", $"member:{id}"), ("discarded", $"member:{id}")], records.Select(record => (record.Action, record.Actor)));
    }

    [Fact]
    public async Task ErasedMember_IsForgotten_AndTheCallStays()
    {
        var (owner, sender) = (Calling.NewOwner(), Guid.CreateVersion7());
        using var member = new Calling(host, "member", owner, sender);
        using var moderator = new Calling(host, "moderator", null);
        var submitted = await member.DoAsync(await member.StartAsync(), "submit");
        await FailedMessage.AddAsync(host.DatabaseConnectionString, $"{sender}", Cancellation);

        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(new MemberErased(sender, 9), Guid.CreateVersion7(), Cancellation);
        await Eventually.TrueAsync(() => host.InDatabaseAsync(db => db.Calls.AnyAsync(call => call.Id == submitted.Id && call.SubmittedBy == null)), "the sender is forgotten");

        Assert.Equal("published", (await moderator.DoAsync(submitted, "publish")).State);
        Assert.DoesNotContain("public.dead_letters", await StoredText.TablesWithAsync(host.DatabaseConnectionString, $"{sender}", Cancellation));
    }

    [Fact]
    public async Task Address_ThatIsTakenOrReserved_GetsANumber_AndNeverChanges()
    {
        using var moderator = new Calling(host, "moderator", null);
        var slugs = new List<string?>();
        foreach (var title in new[] { "Submissions", "Deadlines", "Reply", "Replies", "Own data", "Twice the same", "Twice the same", "日本" })
        {
            slugs.Add((await Calling.InStateAsync(host, "published", Calling.NewOwner(), Calling.Complete with { Title = title })).Slug);
        }

        Assert.Equal(["submissions-2", "deadlines-2", "reply-2", "replies-2", "own-data-2", "twice-the-same", "twice-the-same-2"], slugs[..7]);
        Assert.Matches("^call-[0-9a-f]{8}$", slugs[7]);
        var submitted = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Calling.InStateAsync(host, "submitted", Calling.NewOwner(), Calling.Complete with { Title = "At the same moment" })));
        var published = await Task.WhenAll(submitted.Select(call => moderator.DoAsync(call, "publish")));
        Assert.Equal(["at-the-same-moment", "at-the-same-moment-2"], published.Select(call => call.Slug).Order());
    }
}
