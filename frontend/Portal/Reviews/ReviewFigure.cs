using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;

namespace PfP.Portal.Reviews;

/// <summary>One thing that a review counts.</summary>
/// <param name="Key">Of its name in the texts.</param>
/// <param name="Group">Of <see cref="ReviewGroups"/>.</param>
/// <param name="Total">Null where its service did not answer, which is not 0.</param>
public sealed record ReviewFigure(string Key, string Group, int? Total)
{
    /// <summary>Null for what is counted as a whole only.</summary>
    public YearFigure? Parts { get; init; }

    /// <summary>The path of the list of what it counts; null where nothing lists it.</summary>
    public string? List { get; init; }

    /// <summary>Whether it happened in the year; else it is how things stood at its end.</summary>
    public bool IsEvent { get; init; } = true;

    public IReadOnlyDictionary<string, int> By(ReviewArea area) => (area == ReviewArea.Country ? Parts?.ByCountry : Parts?.ByTheme) ?? new Dictionary<string, int>();

    /// <summary>The list of that part of it.</summary>
    public string? ListOf(ReviewArea area, string value) => List is null ? null : QueryHelpers.AddQueryString(List, area.Parameter(), value);
}

public enum ReviewArea
{
    Country,
    Theme,
}

internal static class ReviewAreas
{
    public static readonly IReadOnlyList<ReviewArea> All = Enum.GetValues<ReviewArea>();

    /// <summary>Of lists, which call it so.</summary>
    public static string Parameter(this ReviewArea area) => area == ReviewArea.Country ? "country" : "theme";
}

/// <summary>Parts of the page, in its order.</summary>
internal static class ReviewGroups
{
    public const string Entries = "entries";
    public const string Calls = "calls";
    public const string FollowUps = "followUps";
    public const string Members = "members";

    public static readonly IReadOnlyList<string> All = [Entries, Calls, FollowUps, Members];
}
