namespace PfP.Catalogue.Entries;

internal sealed record NamedCountry(string Code, string Role);

internal sealed record Place(string? Name, double Latitude, double Longitude);

internal sealed record NamedOrganisation(string Slug, string Role);

/// <summary>A value of a vocabulary given to an entry, by its source or as an editor's suggestion.</summary>
internal sealed record Assigned(string Value, bool Suggested);

/// <param name="Session">Key of the session.</param>
/// <param name="Order">Place in the session's programme; null for a work that was only shown as a part of another.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Organisations">Slugs.</param>
internal sealed record Appearance(string Session, int? Order, string? Title, IReadOnlyList<string> Countries, IReadOnlyList<string> Organisations)
{
    public string? Slides { get; init; }

    public string? Video { get; init; }
}

/// <summary>What a session says of one of its presentations.</summary>
/// <param name="Entry">Key of the practice or tool.</param>
/// <param name="Title">Its title there, where that is another.</param>
/// <param name="Organisations">Slugs.</param>
internal sealed record SessionPresentation(string Entry, string? Title, IReadOnlyList<string> Countries, IReadOnlyList<string> Organisations)
{
    /// <summary>The names of persons that an entry may hold: those who speak in public, as the printed programme names them.</summary>
    public string? Speakers { get; init; }

    public string? Slides { get; init; }

    public string? Video { get; init; }
}

internal sealed record Step(string Title, string? Text);

/// <summary>An update or lesson learned that was added to a published practice.</summary>
/// <param name="Date">A year, or a day as yyyy-MM-dd.</param>
internal sealed record Addition(string Kind, string Title, string Text, string Date, string Language)
{
    public IReadOnlyList<Link> Links { get; init; } = [];
}

internal sealed record Amount(decimal Value, string Currency);

internal sealed record Link(string Url, string? Label, string? Language);

internal sealed record FileLink(string Url, string? Label, string? Language, string? Format, long? Bytes);

internal sealed record Image(string Url, string Alt);

internal sealed record Video(string Url, bool? HasCaptions, string? Transcript);

/// <param name="Lines">Lines of the source text, for example 38–40.</param>
/// <param name="OriginalTitle">The work's title there, where it reads differently.</param>
internal sealed record Source(string Title, string? Url, string? Lines, string? OriginalTitle)
{
    /// <summary>Of a document, for example 12 or 12–13.</summary>
    public string? Page { get; init; }
}

internal sealed record OriginalValue(string Field, string Value);

/// <summary>What an earlier record of the same work said, for records that were merged.</summary>
internal sealed record EarlierAccount(string Title, int? Year, string? Challenge, string? Text);
