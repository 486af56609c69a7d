using PfP.Contracts.Catalogue;

namespace PfP.Contracts.Calls;

/// <summary>A call was sent to the secretariat or decided on. Says nothing of what is written in it.</summary>
/// <param name="Version">The call's; a reader applies only what is newer than what it has.</param>
/// <param name="Step">One of <see cref="SubmissionMoves"/>.</param>
/// <param name="MemberId">Who sent it in.</param>
public sealed record CallMoved(Guid CallId, int Version, string Step, Guid MemberId)
{
    /// <summary>Where changes are asked for at fields of the form: the first of them.</summary>
    public string? Field { get; init; }
}
