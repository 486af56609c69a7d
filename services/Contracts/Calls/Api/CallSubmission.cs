using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Calls.Api;

/// <summary>A call as its owners and the secretariat see it.</summary>
/// <param name="Version">What a change needs as its If-Match.</param>
/// <param name="Owner">Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>; every member of it may work on it.</param>
/// <param name="State">draft, submitted, changes_requested, refused, published, cancelled or completed.</param>
/// <param name="Wrong">What still keeps it from being sent in; a field may be named more than once.</param>
/// <param name="SubmittedAt">When it was sent in the last time.</param>
/// <param name="Slug">Once it is public.</param>
/// <param name="Steps">What happened, oldest first; also what happened to it in public: extended, cancelled, reopened, completed.</param>
public sealed record CallSubmission(
    Guid Id,
    int Version,
    string Owner,
    string State,
    CallForm Form,
    IReadOnlyList<SubmissionProblem> Wrong,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SubmittedAt,
    string? Slug,
    IReadOnlyList<SubmissionStep> Steps)
{
    /// <summary>As of <see cref="CallSummary"/>, once it is public.</summary>
    public string? Status { get; init; }

    /// <summary>As it stands, once it is public.</summary>
    public DeadlineResponse? Deadline { get; init; }

    /// <summary>Once it was published.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>Until when its outcome is asked for; null before it has closed, and once there is one.</summary>
    public DateTimeOffset? OutcomeDueAt { get; init; }
}

/// <summary>A call in a list of its owners or the secretariat.</summary>
/// <param name="Title">Null before one is typed.</param>
/// <param name="Since">Since when it waits for whoever has to move next; once it is public, since its last change.</param>
public sealed record CallSubmissionSummary(Guid Id, string Owner, string State, string? Title, DateTimeOffset Since)
{
    /// <summary>As of <see cref="CallSummary"/>, once it is public.</summary>
    public string? Status { get; init; }

    public string? Slug { get; init; }

    public DeadlineResponse? Deadline { get; init; }

    /// <summary>As of <see cref="CallSubmission"/>.</summary>
    public DateTimeOffset? OutcomeDueAt { get; init; }
}

/// <summary>Moves the deadline of a public call: to a later one while replies are taken, or, after they were, to open it again.</summary>
/// <param name="Reason">Plain text, public, at most 1000 characters.</param>
public sealed record NewDeadline(TypedDeadline Deadline, string? Reason);

/// <param name="Reason">Plain text, public, at most 1000 characters.</param>
public sealed record CancelledFor(string? Reason);

/// <summary>What came of a call, said by its owner once it has closed.</summary>
/// <param name="Text">Markdown, at most 5000 characters.</param>
public sealed record CallOutcome(string? Text)
{
    public IReadOnlyList<SubmissionLink> Links { get; init; } = [];
}

/// <summary>Something that happened to a public call.</summary>
/// <param name="Change">extended, cancelled, reopened or completed.</param>
/// <param name="Reason">Plain text.</param>
public sealed record CallNotice(DateTimeOffset At, string Change, string? Reason)
{
    /// <summary>The deadline that was given up, where it was moved.</summary>
    public DeadlineResponse? Before { get; init; }
}

/// <param name="Name">Of the office, not of a person.</param>
public sealed record CallContact(string Name, string Email);
