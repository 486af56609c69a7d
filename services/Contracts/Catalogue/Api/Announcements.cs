namespace PfP.Contracts.Catalogue.Api;

/// <summary>Something that the secretariat tells everybody; with dates it is an event.</summary>
/// <param name="Language">Of title and text: en, fr or es.</param>
/// <param name="Link">Where more is said; https.</param>
/// <param name="Version">Counts up with every change.</param>
public sealed record AnnouncementItem(
    Guid Id, string Url, string Title, string Text, string Language, DateOnly ShownFrom, string? Link, AnnouncedEvent? Event, int Version, DateTimeOffset ChangedAt);

/// <param name="FromTime">On the clocks of <paramref name="Zone"/>; null for an event of whole days.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="IsToCome">Until it is over.</param>
public sealed record AnnouncedEvent(
    DateOnly From, TimeOnly? FromTime, DateOnly To, TimeOnly? ToTime, string Place, string Zone, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsToCome);

/// <summary>An announcement as it is typed. Without any of the last six it is no event.</summary>
/// <param name="ShownFrom">A day such as 2026-03-14.</param>
/// <param name="EventTo">The last day, where it has more than one.</param>
/// <param name="EventFromTime">Such as 14:30.</param>
public sealed record AnnouncementForm(
    string? Title, string? Text, string? Language, string? ShownFrom, string? Link,
    string? EventFrom, string? EventFromTime, string? EventTo, string? EventToTime, string? Place, string? Zone);

/// <summary>An announcement for the secretariat.</summary>
/// <param name="State">One of <see cref="AnnouncementStates"/>.</param>
public sealed record AnnouncementDraft(Guid Id, AnnouncementForm Form, string State, int Version);

public static class AnnouncementStates
{
    /// <summary>Its day has not come.</summary>
    public const string Planned = "planned";

    public const string Shown = "shown";
    public const string Withdrawn = "withdrawn";
}

/// <summary>The bounds of what is typed.</summary>
public static class Announcements
{
    public const int LongestTitle = 120;
    public const int LongestText = 600;
    public const int LongestLink = 500;
    public const int LongestPlace = 150;
}
