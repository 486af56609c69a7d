using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Summits;

namespace PfP.Catalogue.Import;

/// <summary>
/// GFMD's archive as committed in Seed/: what leaflet, website and concept paper say, one record per mention of a work.
/// </summary>
internal static class SeedRecords
{
    private static readonly JsonSerializerOptions Options = new(RowJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
    private static readonly Dictionary<string, string> SourceTitles = Resources.Read<Dictionary<string, string>>("sources.json");

    public static IReadOnlyList<SeedOrganisation> Organisations() => Resources.Read<List<SeedOrganisation>>("organisations.json");

    public static IReadOnlyList<Summit> Summits() => [.. Resources.Read<List<SeedSummit>>("summits.json").Select(summit => summit.ToSummit())];

    /// <summary>One row per work; what is marked as not to be published is left out.</summary>
    public static InputFile Works()
    {
        var years = Summits().ToDictionary(summit => summit.Number, summit => summit.Year);
        var records = Resources.Read<List<JsonElement>>("records.json").Select(json => Read(json, years)).Where(record => record.Extra.Publish).ToList();
        var works = records.GroupBy(record => (record.Row.Kind, record.Extra.Work)).ToList();
        var rows = works.Select((work, index) =>
        {
            var counterparts = records.Where(record => record.Extra.Work == work.Key.Work && record.Row.Kind != work.Key.Kind);
            return SeedWork.Merge(index + 1, [.. work.OrderByDescending(record => record.Year ?? 0)], counterparts);
        });
        return new InputFile("GFMD archive", "gfmd-archive", [.. rows]);
    }

    public static string? Lines(int[]? lines) => lines is not [var first, var last] ? null
        : first == last ? first.ToString(CultureInfo.InvariantCulture)
        : $"{first}–{last}";

    public static string Title(string source) => SourceTitles[source];

    private static SeedRecord Read(JsonElement json, Dictionary<int, int> years)
    {
        var row = json.Deserialize<ImportRow>(Options)!;
        var extra = json.Deserialize<SeedExtra>(JsonSerializerOptions.Web)!;
        return new SeedRecord(row, extra, row.DateAdded?.Year ?? row.Summits?.Max(number => (int?)years[number]));
    }
}

/// <summary>What a seed record says beyond the columns of an import row.</summary>
/// <param name="Work">Records of the same work share it.</param>
/// <param name="Lines">First and last line in the source text.</param>
internal sealed record SeedExtra(string Work, string Source, int[]? Lines, string? TitleInSource, string? Note, bool Publish = true);

/// <param name="Year">The day it was added, else the summit's: which record is the newest.</param>
internal sealed record SeedRecord(ImportRow Row, SeedExtra Extra, int? Year);

internal sealed record SeedOrganisation(string Name, string? Acronym, string? Type, IReadOnlyList<string>? Aliases);

internal sealed record SeedSource(string? Source, string? Title, string? Url, int[]? Lines);

internal sealed record SeedSummit(int Number, int Year, string City, string Host, DateOnly? Start, DateOnly? End, string[]? Themes, IReadOnlyList<SeedSource>? Sources)
{
    public Summit ToSummit() => new()
    {
        Number = Number,
        Year = Year,
        City = City,
        HostCountry = Host,
        StartDate = Start,
        EndDate = End,
        Themes = Themes ?? [],
        Sources = [.. (Sources ?? []).Select(source => new Source(source.Title ?? SeedRecords.Title(source.Source!), source.Url, SeedRecords.Lines(source.Lines), null))],
    };
}
