namespace PfP.Contracts.Identity.Api;

/// <summary>Something that waits for the reader.</summary>
/// <param name="Kind">
/// registration, abuse_report, introduction, thread or engagement; <paramref name="Id"/> is that of the one it names. Of unanswered, which
/// nobody of the owner's has answered for long, it is the entry's.
/// </param>
/// <param name="Title">The name of whoever it is about, or of the entry; empty for somebody who has left.</param>
/// <param name="Next">What there is to do: decide, answer, read or remind.</param>
public sealed record DeskItem(string Kind, Guid Id, string Title, DateTimeOffset Since, string Next);
