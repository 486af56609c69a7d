using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.QueryCounts;

/// <summary>Which page of which period's texts.</summary>
internal sealed class QueryPeriod : Paging
{
    /// <summary>7, 30 (where it is left out) or 365 days, today included.</summary>
    [FromQuery(Name = "days")]
    public int? Days { get; init; }

    /// <summary>Only texts that found nothing, those for which that happened most often first.</summary>
    [FromQuery(Name = "empty")]
    public bool? Empty { get; init; }

    public int Period => Days ?? 30;

    public override Dictionary<string, string[]> Errors()
    {
        var errors = base.Errors();
        if (!QueryCountRules.Periods.Contains(Period))
        {
            errors["days"] = [$"days must be one of {string.Join(", ", QueryCountRules.Periods)}."];
        }
        return errors;
    }
}

internal static class ListQueries
{
    public static async Task<Results<Ok<Page<CountedQuery>>, ValidationProblem>> HandleAsync(
        [AsParameters] QueryPeriod period, SearchDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (period.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - period.Period);
        var texts = db.QueryCounts.Where(count => count.Day >= from).GroupBy(count => count.Text)
            .Select(text => new { Text = text.Key, Asked = text.Sum(count => count.Asked), Empty = text.Sum(count => count.Empty) })
            .Where(text => text.Asked >= QueryCountRules.Fewest);
        var asked = period.Empty == true ? texts.Where(text => text.Empty > 0).OrderByDescending(text => text.Empty) : texts.OrderByDescending(text => text.Asked);
        var total = await asked.CountAsync(cancellationToken);
        var shown = await asked.ThenByDescending(text => text.Asked).ThenBy(text => text.Text).Skip(period.Skipped).Take(period.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<CountedQuery>(total, period.Number, period.Size, [.. shown.Select(text => new CountedQuery(text.Text, text.Asked, text.Empty))]));
    }
}
