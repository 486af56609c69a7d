using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Summits;

/// <summary>A GFMD summit meeting.</summary>
internal sealed class Summit
{
    public int Number { get; init; }

    public int Year { get; init; }

    public string City { get; init; } = "";

    public string HostCountry { get; init; } = "";

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public string[] Themes { get; init; } = [];

    public IReadOnlyList<Source> Sources { get; init; } = [];
}
