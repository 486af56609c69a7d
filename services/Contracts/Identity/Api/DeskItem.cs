namespace PfP.Contracts.Identity.Api;

/// <summary>Something that waits for the reader.</summary>
/// <param name="Kind">registration, abuse_report, introduction or thread; <paramref name="Id"/> is that of the one it names.</param>
/// <param name="Title">The name of whoever it is about; empty for somebody who has left.</param>
/// <param name="Next">What there is to do: decide, answer or read.</param>
public sealed record DeskItem(string Kind, Guid Id, string Title, DateTimeOffset Since, string Next);
