using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Calls.Calls;

/// <summary>What happened to a call. It names no person: who did it is in the audit records.</summary>
/// <param name="Kind">One of <see cref="SubmissionMoves"/>, or of <see cref="CallChanges"/> once it is public.</param>
/// <param name="Text">What was said with it; public with the latter only.</param>
internal sealed record CallStep(string Kind, DateTimeOffset At, string? Text = null, bool BySecretariat = false)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CallId { get; private init; }

    public IReadOnlyList<SubmissionProblem> Comments { get; init; } = [];

    /// <summary>Whether something happened to the call; the mending of its words changes nothing that follows, and nobody is told.</summary>
    public bool IsNews => Kind != CallChanges.Corrected;

    /// <summary>The deadline that was given up, where it was moved.</summary>
    public CallDeadline? Before { get; init; }
}
