namespace PfP.Contracts.Identity;

/// <summary>An introduction was accepted or declined by the one who was asked, or withdrawn.</summary>
/// <param name="Version">Higher than that of <see cref="IntroductionRequested"/>.</param>
/// <param name="Answer">One of <see cref="IntroductionAnswers"/>.</param>
public sealed record IntroductionAnswered(Guid IntroductionId, int Version, Guid FromMemberId, Guid ToMemberId, string Answer);

/// <summary>What can become of an introduction.</summary>
public static class IntroductionAnswers
{
    public const string Accepted = "accepted";
    public const string Declined = "declined";

    /// <summary>By the one who had asked, or because one of the two left or was blocked.</summary>
    public const string Withdrawn = "withdrawn";
}
