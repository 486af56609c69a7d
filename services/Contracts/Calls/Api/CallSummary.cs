using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Calls.Api;

/// <summary>A call as a list shows it.</summary>
/// <param name="Url">Path of its page, without culture.</param>
/// <param name="Language">Of its texts.</param>
/// <param name="State">published, cancelled, completed or archived.</param>
/// <param name="Status">At the moment of the answer: upcoming, open, closing-soon, closed, cancelled or completed; null for archived records.</param>
/// <param name="Type">From the vocabulary of call types.</param>
/// <param name="Deadline">Null where replies are taken until further notice, and for archived records.</param>
/// <param name="Countries">Those that call, by ISO 3166-1 alpha-2.</param>
/// <param name="CountriesWanted">Those asked to reply; none where anybody is.</param>
public sealed record CallSummary(
    Guid Id,
    string Slug,
    string Url,
    string Title,
    string Language,
    string? Summary,
    string State,
    string? Status,
    string? Type,
    OpeningResponse? Opens,
    DeadlineResponse? Deadline,
    bool IsExtended,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> CountriesWanted,
    IReadOnlyList<Tag> Themes,
    IReadOnlyList<CallOrganisation> Organisations,
    int? Year)
{
    public int Version { get; init; }

    /// <summary>Calendar days until the last on which replies are taken, in the owner's zone: 0 on that day itself; null where it is not open.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The next moment at which its status or <see cref="DaysLeft"/> becomes another one by itself.</summary>
    public DateTimeOffset? ChangesAt { get; init; }

    /// <summary>When it was published, or something happened to it last; null for records of the archive.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What happened to it last since it was published; in a list only where that is sorted by change.</summary>
    public CallNotice? LastNotice { get; init; }
}

/// <summary>The day from whose beginning replies are taken.</summary>
/// <param name="Zone">IANA time zone of its owner.</param>
public sealed record OpeningResponse(DateOnly Date, string Zone, DateTimeOffset At);

/// <summary>Until when replies are taken, as its owner states it.</summary>
/// <param name="Date">Of a month, its last day.</param>
/// <param name="Time">With precision <c>minute</c> only.</param>
/// <param name="Zone">IANA time zone of its owner.</param>
/// <param name="Precision"><c>minute</c>, <c>day</c> (it ends at 24:00 in the zone) or <c>month</c> (its last day does).</param>
/// <param name="At">The first moment at which it has passed.</param>
public sealed record DeadlineResponse(DateOnly Date, TimeOnly? Time, string Zone, string Precision, DateTimeOffset At);

/// <param name="Slug">Of its page in the catalogue, where it has one.</param>
public sealed record CallOrganisation(string Slug, string Name, string? Acronym);
