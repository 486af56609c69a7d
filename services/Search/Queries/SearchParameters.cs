using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace PfP.Search.Queries;

/// <summary>The query string of a search. Everything is read as text, so that a wrong value can be named; empty values are as if absent.</summary>
internal sealed record SearchParameters
{
    [FromQuery(Name = "q"), Description("Any text.")]
    public string? Text { get; init; }

    [FromQuery, Description("practice, tool, session, recommendation, profile or call. Repeated values of a parameter are alternatives.")]
    public string?[]? Kind { get; init; }

    [FromQuery, Description("Theme.")]
    public string?[]? Theme { get; init; }

    [FromQuery, Description("Country, ISO 3166-1 alpha-2.")]
    public string?[]? Country { get; init; }

    [FromQuery, Description("A further country that the entry must name besides.")]
    public string?[]? Partner { get; init; }

    [FromQuery, Description("Region, UN M49.")]
    public string?[]? Region { get; init; }

    [FromQuery, Description("Organisation.")]
    public string?[]? Organisation { get; init; }

    [FromQuery, Description("Type of organisation.")]
    public string?[]? OrganisationType { get; init; }

    [FromQuery, Description("Objective of the Global Compact for Migration, 1 to 23.")]
    public string?[]? Gcm { get; init; }

    [FromQuery, Description("SDG target, such as 10.7.")]
    public string?[]? Sdg { get; init; }

    [FromQuery, Description("Number of the GFMD summit.")]
    public string?[]? Summit { get; init; }

    [FromQuery, Description("GFMD working group.")]
    public string?[]? WorkingGroup { get; init; }

    [FromQuery, Description("Implementation status.")]
    public string?[]? Status { get; init; }

    [FromQuery, Description("Status of a call at the moment: upcoming, open, closing-soon, closed, cancelled or completed.")]
    public string?[]? CallStatus { get; init; }

    [FromQuery, Description("Type of a call.")]
    public string?[]? CallType { get; init; }

    [FromQuery, Description("Year.")]
    public string?[]? Year { get; init; }

    [FromQuery, Description("lessons, pitfalls, evidence or files.")]
    public string?[]? Has { get; init; }

    [FromQuery, Description("First year.")]
    public string? YearFrom { get; init; }

    [FromQuery, Description("Last year.")]
    public string? YearTo { get; init; }

    [FromQuery, Description("First day of publication, such as 2025-01-01: here after review (by UTC), else the day a record of the archive was added to PfP.")]
    public string? PublishedFrom { get; init; }

    [FromQuery, Description("Last day of publication.")]
    public string? PublishedTo { get; init; }

    [FromQuery, Description("west,south,east,north in degrees; west may be east of east.")]
    public string? Bbox { get; init; }

    [FromQuery, Description("latitude,longitude in degrees.")]
    public string? Near { get; init; }

    [FromQuery, Description("Only what is within that distance of near.")]
    public string? DistanceKm { get; init; }

    [FromQuery, Description("relevance, newest, title, deadline or distance; by default relevance where there is a text, else newest.")]
    public string? Sort { get; init; }

    [FromQuery, Description("From 1; page × pageSize is at most 10,000.")]
    public string? Page { get; init; }

    [FromQuery, Description("1 to 100, by default 20.")]
    public string? PageSize { get; init; }

    [FromQuery, Description("en, fr or es: language of labels, and of texts where they exist.")]
    public string? Lang { get; init; }

    [FromQuery, Description("For maps: 0 to 20.")]
    public string? Zoom { get; init; }

    /// <summary>As the framework reads them from a request with that query string.</summary>
    public static SearchParameters Of(string query)
    {
        var values = new QueryCollection(QueryHelpers.ParseQuery(query));
        return new SearchParameters
        {
            Text = values["q"],
            Kind = values["kind"],
            Theme = values["theme"],
            Country = values["country"],
            Partner = values["partner"],
            Region = values["region"],
            Organisation = values["organisation"],
            OrganisationType = values["organisationType"],
            Gcm = values["gcm"],
            Sdg = values["sdg"],
            Summit = values["summit"],
            WorkingGroup = values["workingGroup"],
            Status = values["status"],
            CallStatus = values["callStatus"],
            CallType = values["callType"],
            Year = values["year"],
            Has = values["has"],
            YearFrom = values["yearFrom"],
            YearTo = values["yearTo"],
            PublishedFrom = values["publishedFrom"],
            PublishedTo = values["publishedTo"],
            Bbox = values["bbox"],
            Near = values["near"],
            DistanceKm = values["distanceKm"],
            Sort = values["sort"],
            Page = values["page"],
            PageSize = values["pageSize"],
            Lang = values["lang"],
            Zoom = values["zoom"],
        };
    }
}
