using PfP.Contracts.Identity;

namespace PfP.Identity.Members.Introductions;

/// <summary>A member asks another to get in touch; neither learns an address by it.</summary>
internal sealed class Introduction
{
    public const string Open = "open";

    private Introduction()
    {
    }

    public Guid Id { get; private init; }

    public int Version { get; private set; }

    /// <summary><see cref="Open"/>, or one of <see cref="IntroductionAnswers"/>.</summary>
    public string State { get; private set; } = Open;

    /// <summary>Null for somebody who has left, as <see cref="ToId"/>.</summary>
    public Guid? FromId { get; private init; }

    public Guid? ToId { get; private init; }

    public required string Message { get; init; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Where the two write to each other, once it is accepted.</summary>
    public Guid? ThreadId { get; private set; }

    public string? IdempotencyKey { get; private init; }

    public static Introduction Ask(Guid from, Guid to, string message, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Version = 1,
        FromId = from,
        ToId = to,
        Message = message,
        AskedAt = at,
        IdempotencyKey = key,
    };

    /// <summary>The other of the two; null for somebody who has left.</summary>
    public Guid? Other(Guid member) => FromId == member ? ToId : FromId;

    /// <summary>False when it has been answered already.</summary>
    public bool Answer(string answer, DateTimeOffset at, Guid? thread = null)
    {
        if (State != Open)
        {
            return false;
        }

        (State, AnsweredAt, ThreadId) = (answer, at, thread);
        Version++;
        return true;
    }
}
