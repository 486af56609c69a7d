using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>Who may do what with a call in which state: every cell is tried, and what is refused changes nothing.</summary>
public sealed class CallMatrixTests(CallsHost host)
{
    private static readonly string[] States = ["draft", "submitted", "changes_requested", "refused", "published", "cancelled"];

    // The columns are Calling.Verbs: read, write, discard, send in, take back, ask for changes, refuse, publish, extend, open again, cancel, conclude, correct.
    [Theory]
    [InlineData("owner", "draft", "200 200 204 200 409 403 403 403 409 409 409 409 409")]
    [InlineData("owner", "submitted", "200 409 409 409 200 403 403 403 409 409 409 409 409")]
    [InlineData("owner", "changes_requested", "200 200 409 200 409 403 403 403 409 409 409 409 409")]
    [InlineData("owner", "refused", "200 409 409 409 409 403 403 403 409 409 409 409 409")]
    [InlineData("owner", "published", "200 409 409 409 409 403 403 403 200 409 200 409 200")]
    [InlineData("owner", "cancelled", "200 409 409 409 409 403 403 403 409 200 409 409 200")]
    [InlineData("secretariat", "draft", "404 404 404 404 404 404 404 404 404 404 404 404 404")]
    [InlineData("secretariat", "submitted", "200 403 403 403 403 200 200 200 409 409 409 409 409")]
    [InlineData("secretariat", "changes_requested", "200 403 403 403 403 409 409 409 409 409 409 409 409")]
    [InlineData("secretariat", "refused", "200 403 403 403 403 409 409 409 409 409 409 409 409")]
    [InlineData("secretariat", "published", "200 403 403 403 403 409 409 409 200 409 200 409 200")]
    [InlineData("secretariat", "cancelled", "200 403 403 403 403 409 409 409 409 200 409 409 200")]
    [InlineData("stranger", "*", "404 404 404 404 404 403 403 403 404 404 404 404 404")]
    [InlineData("pending", "*", "403 403 403 403 403 403 403 403 403 403 403 403 403")]
    [InlineData("visitor", "*", "401 401 401 401 401 401 401 401 401 401 401 401 401")]
    public async Task Verb_OnACall_AnswersAsTheTableSays(string who, string state, string cells)
    {
        foreach (var (role, entity, owner) in People(who))
        {
            using var person = new Calling(host, role, entity);
            foreach (var tried in state == "*" ? States : [state])
            {
                Assert.Equal($"{role} {tried}: {cells}", $"{role} {tried}: {await CellsAsync(person, tried, owner)}");
            }
        }
    }

    [Fact]
    public async Task Lists_HoldWhatTheReaderMaySee()
    {
        var owner = Calling.NewOwner();
        using var member = new Calling(host, "member", owner);
        using var stranger = new Calling(host, "member", Calling.NewOwner());
        using var nobody = new Calling(host, "member", null);
        using var moderator = new Calling(host, "moderator", null);
        var calls = new List<CallSubmission>();
        foreach (var state in States)
        {
            calls.Add(await Calling.InStateAsync(host, state, owner));
        }

        var own = await Calling.ReadAsync<Page<CallSubmissionSummary>>(member.SendAsync(HttpMethod.Get, ""));
        Assert.Equal(["changes_requested", "draft", "submitted", "cancelled", "published", "refused"], own.Items.Select(call => call.State));
        Assert.Equal(0, (await Calling.ReadAsync<Page<CallSubmissionSummary>>(stranger.SendAsync(HttpMethod.Get, ""))).Total);
        // The archive's calls, which nobody owns, are not those of who acts for nobody.
        Assert.Equal(0, (await Calling.ReadAsync<Page<CallSubmissionSummary>>(nobody.SendAsync(HttpMethod.Get, ""))).Total);
        foreach (var (state, call) in States.Zip(calls).Skip(1))
        {
            Assert.Contains(await moderator.QueueAsync(state), listed => listed.Id == call.Id);
            Assert.All(await moderator.QueueAsync(state), listed => Assert.Equal(state, listed.State));
        }

        Assert.Equal(["state"], await Refused.FieldsAsync(moderator.SendAsync(HttpMethod.Get, "/queue?state=draft")));
    }

    [Fact]
    public async Task Record_OfTheArchive_IsNobodys()
    {
        var archived = (await host.GetAsync<Page<CallSummary>>("?theme=policy-coherence-data")).Items.First(call => call.State == "archived");
        foreach (var role in new[] { "member", "moderator" })
        {
            using var nobody = new Calling(host, role, null);
            foreach (var (method, path, body) in Calling.Verbs.Where(verb => role == "moderator" || verb.Path is not ("/refuse" or "/publish" or "/request-changes")))
            {
                using var answer = await nobody.SendAsync(method, $"/{archived.Id}{path}", body, archived.Version);
                Assert.Equal($"{role} {path} 404", $"{role} {path} {(int)answer.StatusCode}");
            }
        }
    }

    /// <summary>Roles that the table treats alike, the entity that they act for, and the owner of what they ask for.</summary>
    private static IEnumerable<(string Role, string? Entity, string Owner)> People(string who)
    {
        var owner = Calling.NewOwner();
        return who switch
        {
            // Of two countries, as each is to have calls of its own.
            "owner" => new[] { ("member", owner), ("focal_point", Calling.NewOwner()) }.Select(person => (person.Item1, (string?)person.Item2, person.Item2)),
            "secretariat" => [("moderator", null, owner), ("administrator", null, owner)],
            "stranger" => [("member", Calling.NewOwner(), owner), ("focal_point", "organisation:none-of-all", owner), ("member", null, owner)],
            _ => [(who, owner, owner)],
        };
    }

    private async Task<string> CellsAsync(Calling person, string state, string owner)
    {
        using var member = new Calling(host, "member", owner);
        var answers = new List<int>();
        CallSubmission? call = null;
        foreach (var (method, path, body) in Calling.Verbs)
        {
            call ??= await Calling.InStateAsync(host, state, owner);
            using var answer = await person.SendAsync(method, $"/{call.Id}{path}", body, call.Version);
            answers.Add((int)answer.StatusCode);
            if (answer.IsSuccessStatusCode)
            {
                call = null;
                continue;
            }

            var after = await member.GetAsync(call.Id);
            Assert.Equal((call.State, call.Version, call.Steps.Count, call.Form.Title), (after.State, after.Version, after.Steps.Count, after.Form.Title));
        }

        return string.Join(' ', answers);
    }
}
