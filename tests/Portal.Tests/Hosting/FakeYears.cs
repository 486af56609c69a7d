using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>What each service counts for a year: something in 2025 and in every year but <see cref="Quiet"/>.</summary>
internal static class FakeYears
{
    public const int Quiet = 2019;

    private static readonly YearFigure None = Figure(0);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/catalogue/years/{year:int}", (int year) => year == Quiet
            ? new CatalogueYear(year, 2017, None, None, 0, 0, None, Figure(9))
            : new(year, 2017, Figure(2, ("KE", 2)), Figure(3, ("KE", 1), ("MT", 3)), 1, 0, Figure(4), Figure(9, ("PH", 9))));
        routes.MapGet("/api/calls/years/{year:int}", (int year) => year == Quiet
            ? new CallsYear(year, 2018, None, None, None, None, 0)
            : new(year, 2018, Figure(1200, ("KE", 1200), ("MD", 1)), Figure(1, ("MD", 1)), None, Figure(5, ("MD", 2)), 1));
    }

    /// <summary>Part of the same service as the issuer.</summary>
    public static void MapMembers(IEndpointRouteBuilder members) =>
        members.MapGet("/years/{year:int}", (int year) => year == Quiet ? new MembersYear(year, 0, 0, 0) : new(year, 7, 6, 8));

    /// <summary>Of a search by day of publication.</summary>
    public static SearchResponse Published(IQueryCollection query)
    {
        var isThere = query["kind"] == "practice" && query["publishedFrom"] != $"{Quiet}-01-01";
        return new(isThere ? 11 : 0, 1, 1, [], isThere ? Facets : new Dictionary<string, IReadOnlyList<FacetValue>>(), null);
    }

    private static Dictionary<string, IReadOnlyList<FacetValue>> Facets => new()
    {
        ["country"] = [new("KE", "Kenya", 10, false), new("MD", "Moldova", 0, false)],
        ["theme"] = [new("remittances", "Remittances and financial inclusion", 11, false)],
    };

    private static YearFigure Figure(int total, params (string Country, int Count)[] countries) =>
        new(total, countries.ToDictionary(country => country.Country, country => country.Count), new Dictionary<string, int>());
}
