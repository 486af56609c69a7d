using Microsoft.AspNetCore.Mvc;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Calls.Calls;

/// <summary>What the list may be narrowed by: a repeated parameter means "or", different parameters mean "and". Errors name the properties, so they are called like the parameters.</summary>
internal sealed class CallFilter
{
    [FromQuery(Name = "status")]
    public string[]? Status { get; init; }

    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    [FromQuery(Name = "theme")]
    public string[]? Theme { get; init; }

    /// <summary>A country that calls or is asked to reply.</summary>
    [FromQuery(Name = "country")]
    public string[]? Country { get; init; }

    [FromQuery(Name = "region")]
    public string[]? Region { get; init; }

    [FromQuery(Name = "organisation")]
    public string[]? Organisation { get; init; }

    /// <summary>By number.</summary>
    [FromQuery(Name = "summit")]
    public int[]? Summit { get; init; }

    /// <summary>The year (UTC) in which it began to take replies.</summary>
    [FromQuery(Name = "openedIn")]
    public int? OpenedIn { get; init; }

    /// <summary>The year in which its deadline passed, and it was not cancelled.</summary>
    [FromQuery(Name = "closedIn")]
    public int? ClosedIn { get; init; }

    /// <summary>The year in which it was said for the first time what came of it.</summary>
    [FromQuery(Name = "outcomeIn")]
    public int? OutcomeIn { get; init; }

    /// <summary>Parameters whose value is not one of their vocabulary, with what is wrong.</summary>
    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        errors.Check("status", Status, Vocabulary.CallStatuses);
        errors.Check("type", Type, Vocabulary.CallTypes);
        errors.Check("theme", Theme, Vocabulary.Themes);
        errors.Check("region", Region, Vocabulary.Regions);
        errors.CheckCountries("country", Country);
        foreach (var (name, year) in new[] { ("openedIn", OpenedIn), ("closedIn", ClosedIn), ("outcomeIn", OutcomeIn) })
        {
            if (year is { } number && !CalendarYear.Exists(number))
            {
                errors[name] = [CalendarYear.Rule];
            }
        }

        return errors;
    }

    public IQueryable<Call> Apply(IQueryable<Call> calls, DateTimeOffset now)
    {
        calls = Status is not { Length: > 0 } ? calls : WithStatus(calls, now);
        calls = Type is not { Length: > 0 } ? calls : calls.Where(call => Type.Contains(call.Type));
        // Array.Any(Contains) becomes the && operator, which the GIN indexes serve.
        calls = Theme is not { Length: > 0 } ? calls : calls.Where(call => call.Themes.Any(value => Theme.Contains(value)));
        calls = Region is not { Length: > 0 } ? calls : calls.Where(call => call.Regions.Any(value => Region.Contains(value)));
        calls = Organisation is not { Length: > 0 } ? calls : calls.Where(call => call.Organisations.Any(value => Organisation.Contains(value)));
        calls = Summit is not { Length: > 0 } ? calls : calls.Where(call => call.Summit != null && Summit.Contains(call.Summit.Value));
        calls = OpenedIn is { } opened ? calls.OpenedIn(new(opened), now) : calls;
        calls = ClosedIn is { } closed ? calls.ClosedIn(new(closed), now) : calls;
        calls = OutcomeIn is { } outcome ? calls.WithOutcomeIn(new(outcome)) : calls;
        var codes = Country?.Select(code => code.ToUpperInvariant()).ToArray();
        return codes is not { Length: > 0 } ? calls
            : calls.Where(call => call.Countries.Any(value => codes.Contains(value)) || call.CountriesWanted.Any(value => codes.Contains(value)));
    }

    /// <summary>The rule of <see cref="CallStatuses.At"/>, for the database.</summary>
    private IQueryable<Call> WithStatus(IQueryable<Call> calls, DateTimeOffset now)
    {
        var soon = now + CallStatuses.Soon;
        var (upcoming, open, closing, closed) = (Asked(CallStatuses.Upcoming), Asked(CallStatuses.Open), Asked(CallStatuses.ClosingSoon), Asked(CallStatuses.Closed));
        return calls.Where(call =>
            (call.State != CallStates.Published && Status!.Contains(call.State))
            || (call.State == CallStates.Published && (
                (upcoming && call.OpensAt > now)
                || (closed && call.ClosesAt <= now)
                || (closing && call.ClosesAt > now && call.ClosesAt <= soon && (call.OpensAt == null || call.OpensAt <= now))
                || (open && (call.ClosesAt == null || call.ClosesAt > soon) && (call.OpensAt == null || call.OpensAt <= now)))));
    }

    private bool Asked(string status) => Status!.Contains(status);
}
