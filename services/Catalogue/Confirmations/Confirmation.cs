using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Confirmations;

/// <summary>That an office was asked to confirm the text of a submission, and what it answered. Of several only the last one counts.</summary>
internal sealed class Confirmation
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    private Confirmation()
    {
    }

    public Guid Id { get; private init; }

    public Guid SubmissionId { get; private init; }

    /// <summary>The version of the submission that asking made.</summary>
    public int Asked { get; private init; }

    /// <summary>Of the text that it is about.</summary>
    public int TextVersion { get; private init; }

    public string Email { get; private init; } = "";

    public string Language { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private init; }

    public string? Answer { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>About the text as it stands.</summary>
    public static Confirmation Of(Submission submission, string email, string language, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        SubmissionId = submission.Id,
        Asked = submission.Version,
        TextVersion = submission.TextVersion,
        Email = email,
        Language = language,
        AskedAt = at,
        ExpiresAt = at + GoodFor,
    };

    /// <summary>Whether its text is the one that the submission has.</summary>
    public bool IsAbout(Submission submission) => TextVersion == submission.TextVersion;

    public string StateAt(DateTimeOffset now, Submission submission) =>
        !IsAbout(submission) ? ConfirmationStates.Outdated
        : Answer is { } answer ? answer
        : !SubmissionStates.Open.Contains(submission.State) ? ConfirmationStates.Outdated
        : ExpiresAt <= now ? ConfirmationStates.Expired
        : ConfirmationStates.Asked;
}

/// <summary>Whoever has its secret may answer.</summary>
internal sealed record ConfirmationLink(byte[] Hash, Guid ConfirmationId);
