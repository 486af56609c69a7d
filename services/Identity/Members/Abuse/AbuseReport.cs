namespace PfP.Identity.Members.Abuse;

/// <summary>An introduction or a message that one of its parties showed to the secretariat, which sees of it just that text.</summary>
internal sealed class AbuseReport
{
    public const string Dismissed = "dismissed";
    public const string MemberEnded = "member_ended";

    private AbuseReport()
    {
    }

    public Guid Id { get; private init; }

    public int Version { get; private set; } = 1;

    /// <summary>Null for somebody who has left.</summary>
    public Guid? ReporterId { get; private init; }

    /// <summary>Either this or <see cref="MessageId"/>.</summary>
    public Guid? IntroductionId { get; private init; }

    public Guid? MessageId { get; private init; }

    public required string Reason { get; init; }

    public DateTimeOffset ReportedAt { get; private init; }

    /// <summary>Null while it is open; <see cref="Dismissed"/> or <see cref="MemberEnded"/>.</summary>
    public string? Decision { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public static AbuseReport Of(Guid reporter, Guid? introduction, Guid? message, string reason, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ReporterId = reporter,
        IntroductionId = introduction,
        MessageId = message,
        Reason = reason,
        ReportedAt = at,
    };

    public void Close(string decision, Guid by, DateTimeOffset at)
    {
        (Decision, ClosedBy, ClosedAt) = (decision, by, at);
        Version++;
    }
}
