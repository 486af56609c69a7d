using PfP.Contracts;

namespace PfP.ServiceDefaults.Reports;

/// <summary>What counts as one in a <see cref="YearFigure"/>.</summary>
public sealed record Counted(IEnumerable<string> Countries, IEnumerable<string> Themes);

public static class YearFigures
{
    public static YearFigure ToFigure(this IReadOnlyCollection<Counted> counted) => new(counted.Count, By(counted.Select(one => one.Countries)), By(counted.Select(one => one.Themes)));

    private static Dictionary<string, int> By(IEnumerable<IEnumerable<string>> values) => values.SelectMany(own => own.Distinct()).CountBy(value => value).ToDictionary();
}
