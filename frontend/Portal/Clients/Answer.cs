namespace PfP.Portal.Clients;

/// <summary>What a service answered, so that a page can say politely what is missing.</summary>
public enum AnswerState
{
    Found,
    Missing,
    Withdrawn,
    Refused,
    Unreachable,
}

/// <param name="Withdrawal">For <see cref="AnswerState.Withdrawn"/>: when and why, as far as the service said.</param>
/// <param name="Reason">For <see cref="AnswerState.Refused"/>: what was wrong with the request.</param>
public sealed record Answer<T>(AnswerState State, T? Value = default, WithdrawalNotice? Withdrawal = null, string? Reason = null)
    where T : class;

public sealed record WithdrawalNotice(DateTimeOffset? At, string? Reason);
