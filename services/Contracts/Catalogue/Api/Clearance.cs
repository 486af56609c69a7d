namespace PfP.Contracts.Catalogue.Api;

/// <summary>A link for those who have to clear a submission, told once.</summary>
/// <param name="Token">The secret: whoever has it reads the submission.</param>
public sealed record NewClearanceLink(string Token, DateTimeOffset ExpiresAt);

/// <summary>What such a link shows.</summary>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="State">draft, submitted, changes_requested, published or refused.</param>
/// <param name="Form">As it stands now, without its contact.</param>
public sealed record ClearanceText(string Owner, string State, SubmissionForm Form, DateTimeOffset ChangedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>One of <see cref="SubmissionKinds"/>.</summary>
    public string Kind { get; init; } = SubmissionKinds.Practice;
}
