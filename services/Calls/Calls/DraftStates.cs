using PfP.Contracts.Calls;

namespace PfP.Calls.Calls;

/// <summary>The states of a call before it is public; those after that are <see cref="CallStates"/>.</summary>
internal static class DraftStates
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string ChangesRequested = "changes_requested";
    public const string Refused = "refused";

    /// <summary>Those in which the secretariat sees it: a draft is its owner's alone.</summary>
    public static IReadOnlyList<string> OfTheQueue { get; } = [Submitted, ChangesRequested, Refused, CallStates.Published, CallStates.Cancelled, CallStates.Completed];
}
