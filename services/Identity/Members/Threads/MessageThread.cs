namespace PfP.Identity.Members.Threads;

/// <summary>A conversation that nobody but its parties can read.</summary>
internal sealed class MessageThread
{
    private MessageThread()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was opened, while there is no message.</summary>
    public DateTimeOffset LastMessageAt { get; private set; }

    /// <summary>Of the newest message; 0 while there is none.</summary>
    public int LastNumber { get; private set; }

    public List<Party> Parties { get; private init; } = [];

    public static MessageThread OpenBetween(IEnumerable<Guid> members, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        return new() { Id = id, OpenedAt = at, LastMessageAt = at, Parties = [.. members.Select(member => Party.Of(id, member))] };
    }

    /// <param name="owner">Whoever acts for it is the other side, now and later; null for the secretariat.</param>
    public static MessageThread OpenWith(string? owner, Guid member, DateTimeOffset at)
    {
        var thread = OpenBetween([member], at);
        thread.Parties.Add(Party.Answering(thread.Id, owner));
        return thread;
    }

    public Message Write(Guid author, string text, string? key, DateTimeOffset at)
    {
        LastMessageAt = at;
        return new() { Id = Guid.CreateVersion7(at), ThreadId = Id, Number = ++LastNumber, AuthorId = author, Text = text, IdempotencyKey = key, SentAt = at };
    }
}

internal sealed class Message
{
    public Guid Id { get; init; }

    public Guid ThreadId { get; init; }

    /// <summary>From 1, in the order in which they were taken.</summary>
    public int Number { get; init; }

    /// <summary>Null for somebody who has left.</summary>
    public Guid? AuthorId { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public string? IdempotencyKey { get; init; }
}

/// <summary>How far a member has read.</summary>
internal sealed record ReadMark(Guid ThreadId, Guid MemberId, int ReadTo);

/// <summary>A member lets the other parties have their address and telephone number.</summary>
internal sealed record ContactShare(Guid ThreadId, Guid MemberId, DateTimeOffset SharedAt);
