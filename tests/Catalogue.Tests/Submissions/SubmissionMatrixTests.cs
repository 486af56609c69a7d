using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Who may do what with a submission in which state: every cell is tried, and what is refused changes nothing.</summary>
public sealed class SubmissionMatrixTests(CatalogueHost host)
{
    private static readonly string[] States = ["draft", "submitted", "changes_requested", "published", "refused"];

    // The columns are Contributing.Verbs.
    [Theory]
    [InlineData("owner", "draft", "200 200 204 200 409 200 403 403 403")]
    [InlineData("owner", "submitted", "200 409 409 409 200 200 403 403 403")]
    [InlineData("owner", "changes_requested", "200 200 409 200 409 200 403 403 403")]
    [InlineData("owner", "published", "200 409 409 409 409 200 403 403 403")]
    [InlineData("owner", "refused", "200 409 409 409 409 200 403 403 403")]
    [InlineData("secretariat", "draft", "404 404 404 404 404 404 404 404 404")]
    [InlineData("secretariat", "submitted", "200 403 403 403 403 200 200 200 200")]
    [InlineData("secretariat", "changes_requested", "200 403 403 403 403 200 409 409 409")]
    [InlineData("secretariat", "published", "200 403 403 403 403 200 409 409 409")]
    [InlineData("secretariat", "refused", "200 403 403 403 403 200 409 409 409")]
    [InlineData("stranger", "*", "404 404 404 404 404 404 403 403 403")]
    [InlineData("pending", "*", "403 403 403 403 403 403 403 403 403")]
    [InlineData("visitor", "*", "401 401 401 401 401 401 401 401 401")]
    public async Task Verb_OnASubmission_AnswersAsTheTableSays(string who, string state, string cells)
    {
        foreach (var (role, entity, owner) in People(who))
        {
            using var person = new Contributing(host, role, entity);
            foreach (var tried in state == "*" ? States : [state])
            {
                foreach (var kind in Contributing.Kinds)
                {
                    Assert.Equal($"{role} {tried} {kind}: {cells}", $"{role} {tried} {kind}: {await CellsAsync(person, tried, owner, kind)}");
                }
            }
        }
    }

    [Theory]
    [InlineData("owner", "1 403 403 403 403")]
    [InlineData("stranger", "0 403 403 403 403")]
    [InlineData("secretariat", "0 own own own own")]
    [InlineData("pending", "403 403 403 403 403")]
    [InlineData("visitor", "401 401 401 401 401")]
    public async Task Lists_HoldWhatTheReaderMaySee_AndCountNothingElse(string who, string cells)
    {
        foreach (var state in States)
        {
            foreach (var (role, entity, owner) in People(who))
            {
                var submission = await Contributing.InStateAsync(host, state, owner);
                using var person = new Contributing(host, role, entity);
                List<string> seen = [await OwnAsync(person)];
                foreach (var queue in States.Skip(1))
                {
                    seen.Add(await QueueAsync(person, queue, submission.Id));
                }

                var expected = cells.Split(' ').Select((cell, index) => cell == "own" ? (States[index] == state ? "listed" : "not listed") : cell);
                Assert.Equal($"{role} {state}: {string.Join(", ", expected)}", $"{role} {state}: {string.Join(", ", seen)}");
            }
        }
    }

    /// <summary>Roles that the table treats alike, the entity that they act for, and the owner of what they ask for.</summary>
    private static IEnumerable<(string Role, string? Entity, string Owner)> People(string who)
    {
        var owner = Contributing.NewCountry();
        return who switch
        {
            // Of two countries, as each is to have one submission.
            "owner" => new[] { ("member", owner), ("focal_point", Contributing.NewCountry()) }.Select(person => (person.Item1, (string?)person.Item2, person.Item2)),
            "secretariat" => [("moderator", null, owner), ("administrator", null, owner)],
            "stranger" => [("member", Contributing.NewCountry(), owner), ("focal_point", "organisation:none-of-all", owner), ("member", null, owner)],
            _ => [(who, owner, owner)],
        };
    }

    private async Task<string> CellsAsync(Contributing person, string state, string owner, string kind)
    {
        using var member = new Contributing(host, "member", owner);
        var answers = new List<int>();
        SubmissionResponse? submission = null;
        foreach (var (method, path, body) in Contributing.Verbs)
        {
            submission ??= await Contributing.InStateAsync(host, state, owner, kind: kind);
            using var answer = await person.SendAsync(method, $"/{submission.Id}{path}", body, submission.Version);
            answers.Add((int)answer.StatusCode);
            if (answer.IsSuccessStatusCode)
            {
                submission = null;
                continue;
            }

            var after = await member.ReadAsync<SubmissionResponse>($"/{submission.Id}");
            Assert.Equal((state, submission.Version, submission.Steps.Count, submission.Form.Title), (after.State, after.Version, after.Steps.Count, after.Form.Title));
        }

        return string.Join(' ', answers);
    }

    private static async Task<string> OwnAsync(Contributing person)
    {
        using var answer = await person.SendAsync(HttpMethod.Get, "");
        return answer.IsSuccessStatusCode ? $"{(await person.ReadAsync<Page<SubmissionSummary>>("")).Total}" : $"{(int)answer.StatusCode}";
    }

    private static async Task<string> QueueAsync(Contributing person, string state, Guid id)
    {
        for (var number = 1; ; number++)
        {
            var path = $"/queue?state={state}&pageSize=100&page={number}";
            using var answer = await person.SendAsync(HttpMethod.Get, path);
            if (!answer.IsSuccessStatusCode)
            {
                return $"{(int)answer.StatusCode}";
            }

            var page = await person.ReadAsync<Page<SubmissionSummary>>(path);
            if (page.Items.Any(item => item.Id == id) || page.Items.Count == 0)
            {
                return page.Items.Count == 0 ? "not listed" : "listed";
            }
        }
    }
}
