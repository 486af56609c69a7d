namespace PfP.Contracts.Identity.Api;

/// <summary>Asks for an introduction. The message is passed on; no address is.</summary>
/// <param name="Message">Plain text, 1 to 2000 characters.</param>
public sealed record IntroductionRequest(Guid? To, string? Message);

/// <summary>An introduction as one of its two members sees it.</summary>
/// <param name="Version">What an answer needs as its If-Match.</param>
/// <param name="State">open, accepted, declined or withdrawn.</param>
/// <param name="Incoming">True where the reader is the one who was asked.</param>
/// <param name="From">Who asked; null for somebody who has left.</param>
/// <param name="To">Who was asked; null for somebody who has left.</param>
/// <param name="ThreadId">Where the two can write to each other; set once it is accepted.</param>
public sealed record IntroductionResponse(
    Guid Id,
    int Version,
    string State,
    bool Incoming,
    MemberName? From,
    MemberName? To,
    string Message,
    DateTimeOffset AskedAt,
    DateTimeOffset? AnsweredAt,
    Guid? ThreadId);
