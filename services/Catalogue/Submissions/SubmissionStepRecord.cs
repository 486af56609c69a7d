using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Submissions;

/// <summary>A step or message. It names no person: who took it is in the audit records.</summary>
internal sealed class SubmissionStepRecord(
    Guid id, Guid submissionId, DateTimeOffset at, string kind, bool bySecretariat, string? text, IReadOnlyList<SubmissionProblem> comments, string? idempotencyKey)
{
    public Guid Id { get; private init; } = id;

    public Guid SubmissionId { get; private init; } = submissionId;

    public DateTimeOffset At { get; private init; } = at;

    public string Kind { get; private init; } = kind;

    public bool BySecretariat { get; private init; } = bySecretariat;

    public string? Text { get; private init; } = text;

    public IReadOnlyList<SubmissionProblem> Comments { get; private init; } = comments;

    public string? IdempotencyKey { get; private init; } = idempotencyKey;
}
