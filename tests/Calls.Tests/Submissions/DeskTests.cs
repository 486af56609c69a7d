using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Replies;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Identity.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>Each sees what waits for them, and nothing that waits for others.</summary>
public sealed class DeskTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task Desk_HoldsWhatWaitsForTheReader()
    {
        var owner = Calling.NewOwner();
        using var member = new Calling(host, "member", owner);
        using var stranger = new Calling(host, "member", Calling.NewOwner());
        using var nobody = new Calling(host, "member", null);
        using var moderator = new Calling(host, "moderator", null);
        var (submitted, asked) = (await Calling.InStateAsync(host, "submitted", owner, Form), await Calling.InStateAsync(host, "changes_requested", owner, Form));
        await Calling.InStateAsync(host, "draft", owner);

        Assert.Equal([("call_changes", asked.Id, "change")], await OfAsync(member));
        Assert.Equal([("call_review", submitted.Id, "review")], await OfAsync(moderator));
        Assert.Empty(await OfAsync(stranger));
        // The archive's calls, which nobody owns, have no outcome that anybody would tell.
        Assert.Empty(await OfAsync(nobody));
    }

    [Fact]
    public async Task Reply_WaitsUntilItIsAnswered_AndOutcomeUntilItIsTold()
    {
        using var at = await Replying.ToACallAsync(host, Form with { ReplyMethod = ReplyMethods.Form, AdmitsGuests = true });
        using var moderator = new Calling(host, "moderator", null);
        using var member = at.Member();
        using var second = at.Member("GH");
        await at.SendAsync();
        Assert.Empty(await OfAsync(at.Focal));
        await at.ReplyAsync(member);
        await at.ReplyAsync(second);

        Assert.Equal([("call_replies", at.Call.Id, "answer")], await OfAsync(at.Focal));
        foreach (var reply in await at.ReadAsync())
        {
            using var answer = await at.TryAnswerAsync(at.Focal, reply);
        }

        Assert.Empty(await OfAsync(at.Focal));
        await host.GoToAsync(at.Call.Deadline!.At.AddDays(1));
        await host.Published.OneAsync<CallClosed>(message => message.CallId == at.Call.Id);
        Assert.Equal([("call_outcome", at.Call.Id, "tell")], await OfAsync(at.Focal));
        Assert.DoesNotContain(await OfAsync(moderator), item => item.Id == at.Call.Id);
        await at.Focal.DoAsync(await at.Focal.GetAsync(at.Call.Id), "outcome", new CallOutcome("Nine replies."));
        Assert.Empty(await OfAsync(at.Focal));
    }

    /// <summary>In days of the moved clock.</summary>
    private CallForm Form => Calling.Complete with { Deadline = new() { Precision = "day", Date = Calling.InDays(60 + (int)host.Ahead.TotalDays), Zone = Calling.Zone } };

    private static async Task<(string Kind, Guid Id, string Next)[]> OfAsync(Calling person) =>
        [.. (await Calling.ReadAsync<Page<DeskItem>>(person.SendAsync(HttpMethod.Get, "/desk"))).Items.Select(item => (item.Kind, item.Id, item.Next))];
}
