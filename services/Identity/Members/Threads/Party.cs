namespace PfP.Identity.Members.Threads;

/// <summary>Who takes part: a member, everybody who acts for a country or organisation, or the secretariat.</summary>
internal sealed class Party
{
    public const string Member = "member";
    public const string ForEntity = "entity";
    public const string Secretariat = "secretariat";

    private Party()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ThreadId { get; private init; }

    public string Kind { get; private init; } = Member;

    /// <summary>Null for a member who has left.</summary>
    public Guid? MemberId { get; private init; }

    public string? Entity { get; private init; }

    public static Party Of(Guid thread, Guid member) => new() { ThreadId = thread, MemberId = member };

    /// <param name="owner">A country or organisation; null for the secretariat.</param>
    public static Party Answering(Guid thread, string? owner) => new() { ThreadId = thread, Kind = owner is null ? Secretariat : ForEntity, Entity = owner };

    public bool IsOwn(Reader reader) => Kind switch
    {
        Member => MemberId == reader.Id,
        ForEntity => Entity == reader.Entity,
        _ => reader.IsStaff,
    };
}
