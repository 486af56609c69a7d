namespace PfP.Contracts;

/// <summary>Something that is counted for a calendar year, as the secretariat reviews it.</summary>
/// <param name="Total">Each counted once, also what names no country and no theme.</param>
/// <param name="ByCountry">By ISO 3166-1 alpha-2; what names two countries counts for each, and a country without any is left out.</param>
/// <param name="ByTheme">In the same way.</param>
public sealed record YearFigure(int Total, IReadOnlyDictionary<string, int> ByCountry, IReadOnlyDictionary<string, int> ByTheme);
