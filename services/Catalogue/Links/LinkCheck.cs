namespace PfP.Catalogue.Links;

/// <summary>What is known about a web address that public entries or Migration Profiles lead to.</summary>
internal sealed class LinkCheck
{
    private const int ToBeGone = 2;
    private const int ToBeDead = 5;
    private static readonly TimeSpan WhileItAnswers = TimeSpan.FromDays(30);
    private static readonly TimeSpan WhileItFails = TimeSpan.FromDays(1);
    private static readonly TimeSpan WhenDead = TimeSpan.FromDays(7);

    private LinkCheck()
    {
    }

    public string Url { get; private init; } = "";

    public DateTimeOffset NextAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>How many times in a row it has not answered, a day apart.</summary>
    public int Failures { get; private set; }

    /// <summary>gone, failing or unreachable; null while it answers.</summary>
    public string? Reason { get; private set; }

    /// <summary>Since when its owners are told: one failure says little, as servers have bad days.</summary>
    public DateTimeOffset? DeadSince { get; private set; }

    public static LinkCheck Of(string url, DateTimeOffset at) => new() { Url = url, NextAt = at };

    public void Note(LinkAnswer answer, DateTimeOffset at)
    {
        if (answer is LinkAnswer.Answered or LinkAnswer.NotAsked)
        {
            (AnsweredAt, Failures, Reason, DeadSince, NextAt) = (answer == LinkAnswer.Answered ? at : AnsweredAt, 0, null, null, at + WhileItAnswers);
            return;
        }

        Failures++;
        Reason = answer switch { LinkAnswer.Gone => "gone", LinkAnswer.Failing => "failing", _ => "unreachable" };
        DeadSince ??= Failures >= (answer == LinkAnswer.Gone ? ToBeGone : ToBeDead) ? at : null;
        NextAt = at + (DeadSince is null ? WhileItFails : WhenDead);
    }

    public void Postpone(DateTimeOffset until) => NextAt = until;
}

internal enum LinkAnswer
{
    /// <summary>Whatever the server said, it knows the address; one that wants a sign-in or has seen too many of us counts too.</summary>
    Answered,

    /// <summary>404 or 410.</summary>
    Gone,

    /// <summary>5xx.</summary>
    Failing,

    /// <summary>No server, no TLS, no answer in time, or none that is in the public network.</summary>
    Unreachable,

    /// <summary>At a port that we do not visit.</summary>
    NotAsked,
}
