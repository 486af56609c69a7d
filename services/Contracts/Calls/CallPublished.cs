using PfP.Contracts.Catalogue;

namespace PfP.Contracts.Calls;

/// <summary>
/// The whole public state of a call for action, whenever that changes. A reader applies it only where its own <see cref="Version"/> is
/// lower. Whether the call is open is not in it: that follows from the clock, see <see cref="CallStatuses"/>.
/// </summary>
/// <param name="Version">Counts up with every change of the call, from 1.</param>
/// <param name="Slug">The last part of its public address; never changed, never used again.</param>
/// <param name="Url">Its public path without culture, for example <c>/calls/not-a-minute-more</c>.</param>
/// <param name="State">One of <see cref="CallStates"/>.</param>
/// <param name="Language">The language it was written in.</param>
/// <param name="Texts">Its texts by language; holds <paramref name="Language"/> at least.</param>
/// <param name="Countries">Those that call, as <c>lead</c>.</param>
/// <param name="CountriesWanted">Those asked to reply, by ISO 3166-1 alpha-2; none where anybody is.</param>
public sealed record CallPublished(
    Guid CallId,
    int Version,
    string Slug,
    string Url,
    string State,
    string Language,
    IReadOnlyDictionary<string, EntryText> Texts,
    IReadOnlyList<EntryCountry> Countries,
    IReadOnlyList<string> CountriesWanted,
    IReadOnlyList<EntryOrganisation> Organisations,
    IReadOnlyList<EntryTag> Themes,
    IReadOnlyList<EntryTag> GcmObjectives,
    IReadOnlyList<EntryTag> SdgTargets)
{
    /// <summary>From the vocabulary of call types.</summary>
    public string? Type { get; init; }

    /// <summary>Null where it was open from the beginning.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The first moment at which it is closed; null where replies are taken until further notice, and for archived calls.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>What its owner states, of which <see cref="ClosesAt"/> was made.</summary>
    public StatedDeadline? Deadline { get; init; }

    /// <summary>When the deadline became that one: at publication, by an extension or by opening again. Null for archival records.</summary>
    public DateTimeOffset? DeadlineSetAt { get; init; }

    /// <summary>Whether its deadline was moved to a later one.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>; null for archival records.</summary>
    public string? Owner { get; init; }

    /// <summary>The summit it was made for, as its source states it.</summary>
    public EntrySummit? Summit { get; init; }

    /// <summary>The year that its source states, else that of its deadline.</summary>
    public int? Year { get; init; }

    /// <summary>The day it was added to PfP, as its source states.</summary>
    public DateOnly? DateAdded { get; init; }

    /// <summary>When it was published here after review; null for archival records.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>Until when replies are taken, in the words of a call's owner.</summary>
/// <param name="Date">The last day on which they are; of a month, its last day.</param>
/// <param name="Time">With precision <c>minute</c> only.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Precision"><c>minute</c>, <c>day</c> (it ends at 24:00 in the zone) or <c>month</c> (its last day does).</param>
public sealed record StatedDeadline(DateOnly Date, TimeOnly? Time, string Zone, string Precision);
