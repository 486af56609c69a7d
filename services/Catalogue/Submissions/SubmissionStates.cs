using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionStates
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string ChangesRequested = "changes_requested";
    public const string Published = "published";
    public const string Refused = "refused";

    /// <summary>Of filters only: published directly, and not reviewed yet.</summary>
    public const string ToReview = "to_review";

    /// <summary>Those in which somebody still has to move.</summary>
    public static IReadOnlyList<string> Open { get; } = [Draft, Submitted, ChangesRequested];

    /// <summary>Those that the secretariat sees: a draft is its owner's alone.</summary>
    public static IReadOnlyList<string> OfTheQueue { get; } = [Submitted, ChangesRequested, Published, Refused];
}

internal static class SubmissionSteps
{
    public const string Submitted = SubmissionMoves.Submitted;
    public const string TakenBack = SubmissionMoves.TakenBack;
    public const string ChangesRequested = SubmissionMoves.ChangesRequested;
    public const string Published = SubmissionMoves.Published;
    public const string Refused = SubmissionMoves.Refused;
    public const string Scheduled = SubmissionMoves.Scheduled;
    public const string Unscheduled = SubmissionMoves.Unscheduled;

    // Of what was published directly.
    public const string Confirmed = "confirmed";
    public const string Withdrawn = SubmissionMoves.Withdrawn;

    public const string Message = "message";
}
