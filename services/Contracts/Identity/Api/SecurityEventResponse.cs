namespace PfP.Contracts.Identity.Api;

/// <summary>What happened to somebody's account, as administrators see it: never a value of a field.</summary>
/// <param name="Member">Whose account it is; null once they have left.</param>
/// <param name="Actor">Whose doing it was; null for somebody who was not signed in.</param>
/// <param name="ActorMember">The actor's name; null once they have left.</param>
/// <param name="Action">As in the interface's texts <c>Action.…</c>.</param>
/// <param name="Fields">Which were changed.</param>
public sealed record SecurityEventResponse(
    long Id, DateTimeOffset At, Guid AccountId, MemberName? Member, Guid? Actor, MemberName? ActorMember, string Action, IReadOnlyList<string> Fields);
