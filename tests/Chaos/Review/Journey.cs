using System.Net.Http.Json;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Chaos.Review;

/// <summary>A change of a submission: who asks for what, and how it stands after that.</summary>
internal sealed record Move(string Step, HttpMethod Method, string Path, Func<string> Token, Func<HttpContent?> Body, string State);

/// <summary>One submission from its draft to its publication, by a focal point and a moderator who take their time.</summary>
internal sealed class Journey(Stage stage, GeneratedSubmission submission, Members members, ReviewClient client)
{
    public const string Create = "create";
    public const string Publish = "publish";

    /// <summary>The version after the last of its moves: one for each of them.</summary>
    public const int LastVersion = 7;

    /// <summary>What its thread has to tell in the end.</summary>
    public static readonly IReadOnlyList<string> Steps = ["submitted", "changes_requested", "submitted", "published"];

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        var draft = submission.First with { Solution = null, Contact = null };
        // Somebody presses the button twice.
        var started = await Task.WhenAll(StartAsync(draft, cancellationToken), StartAsync(draft, cancellationToken));
        if (started[0].Id != started[1].Id)
        {
            throw new ReviewException(Checks.Problem.Doubled, $"{submission.Key} began {started[0].Id} and {started[1].Id}");
        }

        var current = started[0];
        foreach (var move in Moves())
        {
            await Task.Delay(stage.Between(TimeSpan.Zero, LongestPause), cancellationToken);
            current = await client.MoveAsync(submission.Key, move, current, cancellationToken);
        }
    }

    private IEnumerable<Move> Moves() =>
    [
        Write(submission.First, "draft"),
        Owner("submit", "submitted"),
        new("request changes", HttpMethod.Post, "/request-changes", members.Moderator, () => JsonContent.Create(new SubmissionRemark("Say more.")), "changes_requested"),
        Write(submission.Final, "changes_requested"),
        Owner("submit", "submitted"),
        new(Publish, HttpMethod.Post, "/publish", members.Moderator, () => null, "published"),
    ];

    private Move Write(SubmissionForm form, string state) => new("save", HttpMethod.Put, "", Token, () => JsonContent.Create(form), state);

    private Move Owner(string step, string state) => new(step, HttpMethod.Post, $"/{step}", Token, () => null, state);

    private Task<SubmissionResponse> StartAsync(SubmissionForm form, CancellationToken cancellationToken) =>
        client.CreateAsync(submission.Key, Create, Token, form, cancellationToken);

    private string Token() => members.FocalPoint(submission.Country);
}
