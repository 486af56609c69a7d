using System.Text;
using System.Text.Json;

namespace PfP.Catalogue.Import;

/// <summary>
/// Makes one row of the records of one work: the newest gives title and texts, the others fill its gaps, and everything that any of them
/// names (countries, organisations, parents, sessions, sources) is kept.
/// </summary>
internal static class SeedWork
{
    /// <param name="records">Newest first.</param>
    /// <param name="counterparts">Records of the same work in another kind, which are related.</param>
    public static InputRow Merge(int number, IReadOnlyList<SeedRecord> records, IEnumerable<SeedRecord> counterparts)
    {
        var keys = records.Select(record => record.Row.Key!).ToList();
        var challenged = records.FirstOrDefault(record => record.Row.Challenge is not null);
        var solved = records.FirstOrDefault(record => record.Row.Solution is not null);
        var summed = records.FirstOrDefault(record => record.Row.Summary is not null);
        var row = records[0].Row with
        {
            Challenge = challenged?.Row.Challenge,
            ChallengeDerived = challenged?.Row.ChallengeDerived,
            Solution = solved?.Row.Solution,
            Summary = summed?.Row.Summary,
            Countries = All(records, row => row.Countries),
            Regions = All(records, row => row.Regions),
            GeographicScope = First(records, row => row.GeographicScope),
            Organisations = All(records, row => row.Organisations),
            Themes = All(records, row => row.Themes),
            SuggestedThemes = All(records, row => row.SuggestedThemes),
            Gcm = All(records, row => row.Gcm),
            SuggestedGcm = All(records, row => row.SuggestedGcm),
            Sdg = All(records, row => row.Sdg),
            SuggestedSdg = All(records, row => row.SuggestedSdg),
            Summits = All(records, row => row.Summits),
            Sessions = [.. records.SelectMany(Sessions)],
            Type = First(records, row => row.Type),
            StartYear = records.Select(record => record.Row.StartYear).FirstOrDefault(year => year is not null),
            EndYear = records.Select(record => record.Row.EndYear).FirstOrDefault(year => year is not null),
            DateAdded = records.Select(record => record.Row.DateAdded).FirstOrDefault(date => date is not null),
            Figures = [.. All(records, row => row.Figures).DistinctBy(figure => figure.Name)],
            Links = All(records, row => row.Links),
            Parents = All(records, row => row.Parents),
            Related = [.. All(records, row => row.Related).Concat(counterparts.Select(record => record.Row.Key!)).Distinct().Except(keys)],
            Sources = [.. records.SelectMany(Sources)],
            EarlierRecords = [.. records.Skip(1).Select(record => Account(record, challenged, solved, summed)).Where(account => account != new RowAccount(records[0].Row.Title!, account.Year))],
            Notes = [.. records.Select(record => record.Extra.Note).OfType<string>()],
        };
        return new InputRow(number, keys, row, ImportFiles.Hash(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row))), null);
    }

    private static RowAccount Account(SeedRecord record, params ReadOnlySpan<SeedRecord?> shown) => new(
        record.Row.Title!,
        record.Year,
        record == shown[0] ? null : record.Row.Challenge,
        record == shown[1] || record == shown[2] ? null : record.Row.Solution ?? record.Row.Summary);

    /// <summary>The order of a programme is that of its source; a named part of a work was not a presentation of its own.</summary>
    private static IEnumerable<RowSession> Sessions(SeedRecord record) => (record.Row.Sessions ?? []).Select(session => session with
    {
        Order = record.Row.Parents is null ? record.Extra.Lines?[0] : null,
        Title = record.Row.Title,
        Countries = record.Row.Countries ?? [],
        Organisations = record.Row.Organisations ?? [],
    });

    private static IEnumerable<RowSource> Sources(SeedRecord record) =>
        [new RowSource(SeedRecords.Title(record.Extra.Source), null, SeedRecords.Lines(record.Extra.Lines), record.Extra.TitleInSource), .. record.Row.Sources ?? []];

    private static T? First<T>(IEnumerable<SeedRecord> records, Func<ImportRow, T?> value)
        where T : class => records.Select(record => value(record.Row)).FirstOrDefault(found => found is not null);

    private static IReadOnlyList<T> All<T>(IEnumerable<SeedRecord> records, Func<ImportRow, IReadOnlyList<T>?> values) =>
        [.. records.SelectMany(record => values(record.Row) ?? []).Distinct()];
}
