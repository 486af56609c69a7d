namespace PfP.Search.QueryCounts;

/// <summary>How often a text was asked for on a day (UTC), and how often that found nothing.</summary>
internal sealed record QueryCount(string Text, DateOnly Day, int Asked, int Empty);
