namespace PfP.Contracts.Catalogue.Api;

/// <summary>The secretariat asks whoever it entered a submission for to confirm the text as it stands.</summary>
/// <param name="Email">Of an office there; it gets a link.</param>
/// <param name="Language">In which it is written to: en, fr or es.</param>
public sealed record ConfirmationRequest(string? Email, string? Language);

/// <summary>The last time that a confirmation was asked for, as the secretariat sees it.</summary>
/// <param name="State">One of <see cref="ConfirmationStates"/>.</param>
/// <param name="Comment">What has to change, where that was the answer.</param>
public sealed record SubmissionConfirmation(string State, string Email, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, string? Comment);

/// <summary>What the link in the mail shows.</summary>
/// <param name="Owner">For whom the text was entered: <c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="State">One of <see cref="ConfirmationStates"/>.</param>
/// <param name="Form">The text that is to be confirmed, without its contact; null once it is another.</param>
public sealed record ConfirmationText(string Owner, string State, SubmissionForm? Form, DateTimeOffset ExpiresAt)
{
    /// <summary>One of <see cref="SubmissionKinds"/>.</summary>
    public string Kind { get; init; } = SubmissionKinds.Practice;
}

/// <summary>What the reader of the link says.</summary>
/// <param name="Answer"><see cref="ConfirmationStates.Confirmed"/> or <see cref="ConfirmationStates.Changes"/>.</param>
/// <param name="Comment">At most <see cref="LongestComment"/> characters; who asks for changes says which.</param>
public sealed record ConfirmationAnswer(string? Answer, string? Comment)
{
    public const int LongestComment = 2000;
}

public static class ConfirmationStates
{
    /// <summary>Nobody has answered yet.</summary>
    public const string Asked = "asked";
    public const string Confirmed = "confirmed";

    /// <summary>The answer asks for changes.</summary>
    public const string Changes = "changes";

    /// <summary>Nobody answered in time.</summary>
    public const string Expired = "expired";

    /// <summary>The text is not the one that was asked about any more.</summary>
    public const string Outdated = "outdated";
}
