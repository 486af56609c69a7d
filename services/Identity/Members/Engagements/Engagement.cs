using PfP.Contracts.Identity;

namespace PfP.Identity.Members.Engagements;

/// <summary>What a thread is about that a member opened with those who answer for an entry: one question, offer or wish, and what came of it.</summary>
internal sealed class Engagement
{
    public const string Open = "open";
    public const string Answered = "answered";
    public const string Closed = "closed";

    private Engagement()
    {
    }

    public Guid ThreadId { get; private init; }

    public int Version { get; private set; }

    /// <summary>One of <see cref="EngagementKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of what somebody would present at a session; null for everything else.</summary>
    public string? Title { get; private init; }

    /// <summary><see cref="Open"/> until the other side writes, <see cref="Closed"/> once it says what came of it.</summary>
    public string State { get; private set; } = Open;

    /// <summary>One of <see cref="EngagementOutcomes"/>, once it is closed.</summary>
    public string? Outcome { get; private set; }

    public Guid EntryId { get; private init; }

    public required string EntryKind { get; init; }

    public required string EntrySlug { get; init; }

    public required string EntryTitle { get; init; }

    public required string EntryLanguage { get; init; }

    /// <summary>Null for somebody who has left.</summary>
    public Guid? AskedBy { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? IdempotencyKey { get; private init; }

    /// <summary>Of the entry's public page, without culture.</summary>
    public string Path => $"/{EntryKind}s/{EntrySlug}";

    public static Engagement About(KnownEntry entry, Guid thread, string kind, string? title, Guid askedBy, string? key, DateTimeOffset at) => new()
    {
        ThreadId = thread,
        Version = 1,
        Kind = kind,
        Title = title,
        EntryId = entry.Id,
        EntryKind = entry.Kind,
        EntrySlug = entry.Slug,
        EntryTitle = entry.Title,
        EntryLanguage = entry.Language,
        AskedBy = askedBy,
        AskedAt = at,
        IdempotencyKey = key,
    };

    /// <summary>The other side has written; true for the first time.</summary>
    public bool Answer(DateTimeOffset at)
    {
        if (State != Open)
        {
            return false;
        }

        (State, AnsweredAt) = (Answered, at);
        Version++;
        return true;
    }

    /// <summary>False where it was closed already.</summary>
    public bool Close(string outcome, DateTimeOffset at)
    {
        if (State == Closed)
        {
            return false;
        }

        (State, Outcome, ClosedAt) = (Closed, outcome, at);
        Version++;
        return true;
    }
}
