namespace PfP.Catalogue.Announcements;

/// <summary>Something that the secretariat tells everybody from a day on, until it is withdrawn.</summary>
internal sealed class Announcement
{
    public Guid Id { get; private init; }

    public string? IdempotencyKey { get; private init; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Language { get; private set; } = "";

    public DateOnly ShownFrom { get; private set; }

    public string? Link { get; private set; }

    public EventDates? Event { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public AnnouncementContent Content => new(Title, Text, Language, ShownFrom, Link, Event);

    public static Announcement Create(AnnouncementContent content, string? idempotencyKey, DateTimeOffset at)
    {
        var announcement = new Announcement { Id = Guid.CreateVersion7(at), IdempotencyKey = idempotencyKey };
        announcement.Say(content, at);
        return announcement;
    }

    public void Say(AnnouncementContent content, DateTimeOffset at)
    {
        (Title, Text, Language, ShownFrom, Link, Event) = (content.Title, content.Text, content.Language, content.ShownFrom, content.Link, content.Event);
        (StartsAt, EndsAt, ChangedAt) = (content.Event?.StartsAt, content.Event?.EndsAt, at);
        Version++;
    }

    public void Withdraw(DateTimeOffset at)
    {
        (WithdrawnAt, ChangedAt) = (at, at);
        Version++;
    }
}

internal sealed record AnnouncementContent(string Title, string Text, string Language, DateOnly ShownFrom, string? Link, EventDates? Event);
