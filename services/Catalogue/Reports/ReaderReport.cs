namespace PfP.Catalogue.Reports;

/// <summary>What a reader says is wrong with the page of an entry. Only the secretariat reads it.</summary>
internal sealed class ReaderReport
{
    public const string Open = "open";
    public const string Closed = "closed";

    private ReaderReport()
    {
    }

    public Guid Id { get; private init; }

    public Guid EntryId { get; private init; }

    public string Kind { get; private init; } = "";

    public string Message { get; private init; } = "";

    /// <summary>For a question back. Personal: it stands here and nowhere else, and not for longer than <see cref="ForgetReporters"/> says.</summary>
    public string? Email { get; private init; }

    public int Version { get; private set; } = 1;

    public DateTimeOffset ReportedAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The moderator who closed it.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>What was done about it.</summary>
    public string? Note { get; private set; }

    public string? IdempotencyKey { get; private init; }

    public string State => ClosedAt is null ? Open : Closed;

    public static ReaderReport Of(Guid entryId, string kind, string message, string? email, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        EntryId = entryId,
        Kind = kind,
        Message = message,
        Email = email,
        ReportedAt = at,
        IdempotencyKey = key,
    };

    public void Close(string note, Guid by, DateTimeOffset at)
    {
        (Note, ClosedBy, ClosedAt) = (note, by, at);
        Version++;
    }
}
