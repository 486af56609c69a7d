using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Identity.Api;

/// <summary>Writes to those who answer for an entry. Who they are, the catalogue says.</summary>
/// <param name="EntryKind">practice, tool or session.</param>
/// <param name="Slug">The last part of the entry's public address.</param>
/// <param name="Kind">ask, offer (to join) or adapt; of a session to come also present.</param>
/// <param name="Message">Plain text, 1 to 2000 characters.</param>
public sealed record EngagementRequest(string? EntryKind, string? Slug, string? Kind, string? Message)
{
    public const int LongestMessage = 2000;
    public const int LongestTitle = 200;

    /// <summary>Of what a member would present: one line of 1 to 200 characters.</summary>
    public string? Title { get; init; }
}

/// <summary>What a thread is about that a member opened with those who answer for an entry.</summary>
/// <param name="Version">What closing it needs as its If-Match.</param>
/// <param name="Kind">ask, offer, adapt or present.</param>
/// <param name="State">open, answered or closed.</param>
/// <param name="Outcome">Once it is closed: agreed or not_now; withdrawn where whoever opened it has left.</param>
/// <param name="Entry">As the catalogue named it when the thread was opened.</param>
/// <param name="Own">True where the reader opened it; everybody else who reads it is of the other side.</param>
public sealed record EngagementResponse(
    Guid ThreadId, int Version, string Kind, string State, string? Outcome, Guid EntryId, EntryLink Entry, bool Own, DateTimeOffset AskedAt)
{
    /// <summary>Of what the member would present; null for everything else.</summary>
    public string? Title { get; init; }
}

/// <param name="Outcome">agreed or not_now.</param>
public sealed record EngagementCloseRequest(string? Outcome)
{
    /// <summary>A last word to whoever opened it: plain text of at most 2000 characters, or nothing.</summary>
    public string? Message { get; init; }
}

/// <summary>How many members engaged with an entry, closed threads included; never who. Proposals to present are none of them.</summary>
/// <param name="Adaptations">Countries and organisations that want to adapt it, each counted once.</param>
public sealed record EngagementCounts(int Questions, int Offers, int Adaptations);
