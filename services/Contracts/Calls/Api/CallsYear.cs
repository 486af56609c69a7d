namespace PfP.Contracts.Calls.Api;

/// <summary>What happened to calls in a calendar year (UTC).</summary>
/// <param name="FirstYear">The earliest in which anything did; null where nothing did in any.</param>
/// <param name="Opened">Calls that began to take replies; as the list of calls with openedIn.</param>
/// <param name="Closed">Calls whose deadline passed and which were not cancelled; as the list with closedIn.</param>
/// <param name="Outcomes">Calls of which it was said for the first time what came of them; as the list with outcomeIn.</param>
/// <param name="Replies">Those that still stand: by the country that replied, and by the themes of the call.</param>
/// <param name="CountriesReplied">How many different countries did.</param>
public sealed record CallsYear(int Year, int? FirstYear, YearFigure Opened, YearFigure Closed, YearFigure Outcomes, YearFigure Replies, int CountriesReplied);
