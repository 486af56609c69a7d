using Microsoft.EntityFrameworkCore;

namespace PfP.ServiceDefaults.Reports;

/// <summary>What a reader says is wrong with a public page. Only the secretariat reads it.</summary>
public sealed class ReaderReport
{
    internal const string Open = "open";
    internal const string Closed = "closed";

    private ReaderReport()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Of what the page shows.</summary>
    public Guid AboutId { get; private init; }

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

    internal static ReaderReport Of(Guid aboutId, string kind, string message, string? email, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        AboutId = aboutId,
        Kind = kind,
        Message = message,
        Email = email,
        ReportedAt = at,
        IdempotencyKey = key,
    };

    internal void Close(string note, Guid by, DateTimeOffset at)
    {
        (Note, ClosedBy, ClosedAt) = (note, by, at);
        Version++;
    }

    /// <summary>Its table, which the service's own migrations make.</summary>
    /// <param name="about">The column that says what it is about, a key of <typeparamref name="TAbout"/>.</param>
    public static void Map<TAbout>(ModelBuilder model, string about)
        where TAbout : class
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<ReaderReport>(report =>
        {
            report.ToTable("reader_reports");
            report.Property(row => row.AboutId).HasColumnName(about);
            report.Property(row => row.Version).IsConcurrencyToken();
            report.HasOne<TAbout>().WithMany().HasForeignKey(row => row.AboutId);
        });
    }
}
