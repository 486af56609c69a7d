namespace PfP.Contracts.Calls;

/// <summary>The owner of a call has answered the reply of a member. Does not say what.</summary>
/// <param name="MemberId">Who replied.</param>
public sealed record ReplyAnswered(Guid CallId, Guid ReplyId, Guid MemberId, DateTimeOffset At);
