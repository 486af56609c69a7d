namespace PfP.Contracts.Identity.Api;

/// <summary>A thread as the list shows it.</summary>
/// <param name="Unread">Messages by others since the reader last looked.</param>
/// <param name="LastMessageAt">When it was opened, while there is no message.</param>
public sealed record ThreadSummary(Guid Id, IReadOnlyList<ThreadParty> Parties, DateTimeOffset OpenedAt, DateTimeOffset LastMessageAt, int Unread)
{
    /// <summary>The entry it is about, and what was wanted; null for what members write to each other.</summary>
    public EngagementResponse? About { get; init; }
}

/// <summary>Who takes part: a member, everybody who acts for a country or organisation, or the secretariat.</summary>
/// <param name="Kind">member, entity or secretariat.</param>
/// <param name="Member">Of a member; null for somebody who has left.</param>
/// <param name="Entity">Of an entity: <c>country:MD</c>, <c>organisation:iom</c>.</param>
/// <param name="Own">True where the reader takes part as this one.</param>
public sealed record ThreadParty(string Kind, MemberName? Member, string? Entity, bool Own);

/// <summary>A thread with a page of its messages, oldest first.</summary>
/// <param name="IntroductionId">The introduction it came of.</param>
/// <param name="Contacts">What its members have shared in it, the reader's own included.</param>
public sealed record ThreadResponse(
    Guid Id,
    IReadOnlyList<ThreadParty> Parties,
    DateTimeOffset OpenedAt,
    Guid? IntroductionId,
    IReadOnlyList<SharedContact> Contacts,
    Page<MessageResponse> Messages)
{
    /// <summary>As <see cref="ThreadSummary.About"/>.</summary>
    public EngagementResponse? About { get; init; }
}

/// <param name="From">Null for somebody who has left.</param>
/// <param name="Own">True for what the reader wrote.</param>
/// <param name="Text">Plain text in paragraphs.</param>
public sealed record MessageResponse(Guid Id, MemberName? From, bool Own, string Text, DateTimeOffset SentAt);

/// <param name="Text">Plain text, 1 to 5000 characters.</param>
public sealed record MessageRequest(string? Text);

/// <summary>How to reach a member outside the platform, because they said so in this thread.</summary>
public sealed record SharedContact(MemberName Member, bool Own, string Email, string? Telephone, DateTimeOffset SharedAt);
