namespace PfP.Contracts.Catalogue.Api;

/// <summary>A submission as its owners and the secretariat see it.</summary>
/// <param name="Version">What a change needs as its If-Match.</param>
/// <param name="Owner">Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>; every member of it may work on it. Sessions and recommendations are the secretariat's: <c>secretariat</c>.</param>
/// <param name="State">draft, submitted, changes_requested, published or refused.</param>
/// <param name="Wrong">What still keeps it from being sent in; a field may be named more than once.</param>
/// <param name="SubmittedAt">When it was sent in the last time.</param>
/// <param name="Slug">Of the entry that it corrects, adds to, or became.</param>
/// <param name="Base">Of a correction: the form as it was published when the correction began. Null for a new entry.</param>
/// <param name="Steps">What happened, oldest first.</param>
public sealed record SubmissionResponse(
    Guid Id,
    int Version,
    string Owner,
    string State,
    SubmissionForm Form,
    IReadOnlyList<SubmissionProblem> Wrong,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SubmittedAt,
    string? Slug,
    SubmissionForm? Base,
    IReadOnlyList<SubmissionStep> Steps)
{
    /// <summary>One of <see cref="SubmissionKinds"/>.</summary>
    public string Kind { get; init; } = SubmissionKinds.Practice;

    /// <summary>Of the entry with that slug, as it is today.</summary>
    public string? EntryTitle { get; init; }

    /// <summary>For the secretariat: <c>me</c>, or <c>another</c> moderator, who has taken it.</summary>
    public string? Assigned { get; init; }

    /// <summary>The secretariat has accepted it, and it is published when that day begins (UTC).</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>The secretariat entered it for its owner, who confirms the text before it is published.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>Of what its owner published directly: one of <see cref="PublicationReviews"/>. Null for what was reviewed before.</summary>
    public string? Review { get; init; }

    /// <summary>Whether the reader may publish it: their country or organisation is trusted, and the secretariat reviews it afterwards.</summary>
    public bool PublishesAtOnce { get; init; }

    /// <summary>For the secretariat: whether the owner has confirmed what was entered for it; null where it was not asked.</summary>
    public SubmissionConfirmation? Confirmation { get; init; }
}

/// <summary>What members contribute, and the secretariat.</summary>
public static class SubmissionKinds
{
    public const string Practice = EntryKinds.Practice;
    public const string Tool = EntryKinds.Tool;

    /// <summary>Written and published by the secretariat alone.</summary>
    public const string Session = EntryKinds.Session;

    /// <summary>Of a summit: written and published by the secretariat alone.</summary>
    public const string Recommendation = EntryKinds.Recommendation;

    /// <summary>An update of a published practice, or what was learned from it since.</summary>
    public const string Lesson = "lesson";

    /// <summary>Those that the secretariat alone writes, and publishes without a review.</summary>
    public static IReadOnlyList<string> OfSecretariat { get; } = [Session, Recommendation];
}

/// <param name="On">A day after today, within a year; null takes an earlier one back.</param>
public sealed record PublicationDay(DateOnly? On);

/// <param name="Field">A member of <see cref="SubmissionForm"/> in camel case.</param>
public sealed record SubmissionProblem(string Field, string Message);

/// <summary>A step of a submission, or a message about it.</summary>
/// <param name="Kind">submitted, taken_back, changes_requested, scheduled, unscheduled, published, refused, confirmed, withdrawn or message.</param>
/// <param name="BySecretariat">Who took it: the secretariat, or the owner.</param>
/// <param name="Text">Plain text; what was said with it.</param>
/// <param name="Comments">What the secretariat asks for at single fields.</param>
public sealed record SubmissionStep(DateTimeOffset At, string Kind, bool BySecretariat, string? Text, IReadOnlyList<SubmissionProblem> Comments);

/// <summary>A submission in a list.</summary>
/// <param name="Title">Null before one is typed.</param>
/// <param name="IsCorrection">Of an entry that is published already.</param>
/// <param name="Since">Since when it waits for whoever has to move next.</param>
public sealed record SubmissionSummary(Guid Id, string Owner, string State, string? Title, bool IsCorrection, DateTimeOffset Since)
{
    /// <summary>As of <see cref="SubmissionResponse"/>.</summary>
    public string Kind { get; init; } = SubmissionKinds.Practice;

    /// <summary>As of <see cref="SubmissionResponse"/>.</summary>
    public string? Review { get; init; }

    /// <summary>As of <see cref="SubmissionResponse"/>.</summary>
    public string? Assigned { get; init; }
}

/// <summary>Who has taken a submission, as the one who asks sees it.</summary>
public static class SubmissionAssignments
{
    public const string Me = "me";
    public const string Another = "another";

    // Of filters only.
    public const string Nobody = "nobody";
    public const string All = "all";
}

/// <summary>What the secretariat says when it decides, or anybody in the thread of a submission.</summary>
/// <param name="Text">Plain text, at most 4000 characters.</param>
public sealed record SubmissionRemark(string? Text)
{
    /// <summary>When changes are asked for: what about single fields.</summary>
    public IReadOnlyList<SubmissionProblem> Comments { get; init; } = [];
}
