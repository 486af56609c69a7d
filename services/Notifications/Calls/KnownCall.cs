using PfP.Contracts.Calls;
using PfP.Notifications.Matching;

namespace PfP.Notifications.Calls;

/// <summary>A call as its last <see cref="CallPublished"/> tells.</summary>
internal sealed class KnownCall
{
    public Guid Id { get; private init; }

    public int Version { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>The language it was written in.</summary>
    public string Language { get; private set; } = "";

    public Dictionary<string, string> Titles { get; private set; } = [];

    /// <summary>One of <see cref="CallStates"/>.</summary>
    public string State { get; private set; } = "";

    public DateTimeOffset? ClosesAt { get; private set; }

    public StatedDeadline? Deadline { get; private set; }

    public DateTimeOffset? DeadlineSetAt { get; private set; }

    /// <summary>The deadline that this one replaced.</summary>
    public StatedDeadline? DeadlineBefore { get; private set; }

    /// <summary><c>country:MD</c> or <c>organisation:iom</c>; null for archival records.</summary>
    public string? Owner { get; private set; }

    /// <summary>Those asked to reply, by ISO 3166-1 alpha-2; none where anybody is.</summary>
    public string[] CountriesWanted { get; private set; } = [];

    public string[] Themes { get; private set; } = [];

    /// <summary>Its public path without culture.</summary>
    public string Path => $"/calls/{Slug}";

    public Wanted Wanted => new(Owner, CountriesWanted, Themes);

    public static KnownCall From(CallPublished published)
    {
        var call = new KnownCall { Id = published.CallId };
        call.Apply(published);
        return call;
    }

    public void Apply(CallPublished published)
    {
        if (published.ClosesAt != ClosesAt)
        {
            DeadlineBefore = Deadline;
        }

        (Version, Slug, Language, State, Owner) = (published.Version, published.Slug, published.Language, published.State, published.Owner);
        (CountriesWanted, Themes) = ([.. published.CountriesWanted], [.. published.Themes.Select(theme => theme.Value)]);
        Titles = published.Texts.ToDictionary(text => text.Key, text => text.Value.Title);
        (ClosesAt, Deadline, DeadlineSetAt) = (published.ClosesAt?.ToUniversalTime(), published.Deadline, published.DeadlineSetAt?.ToUniversalTime());
    }

    public bool IsOpenAt(DateTimeOffset now) => State == CallStates.Published && !(ClosesAt <= now);

    /// <summary>The language of its title for that reader.</summary>
    public string LanguageFor(string asked) => Titles.ContainsKey(asked) ? asked : Language;
}
