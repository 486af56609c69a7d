using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Vocabularies;

namespace PfP.Portal.Tests.Hosting;

internal static class FakeCatalogue
{
    private static readonly EntryLink Session = new("session", "pfp-berlin", "/sessions/pfp-berlin", "PfP session in Berlin", "en");
    private static readonly SummitResponse Berlin = new(10, 2017, "Berlin", "DE", new DateOnly(2017, 6, 28), new DateOnly(2017, 6, 30), ["Towards a social contract"], 2, [Session]);
    private static readonly OrganisationResponse Ifad = new("ifad", "IFAD", null, "un-system", 1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue");
        foreach (var kind in new[] { "practice", "tool", "session", "recommendation" })
        {
            api.MapGet($"/{kind}s", (HttpRequest request) => List(kind, request));
            api.MapGet($"/{kind}s/{{slug}}", (string slug) => Entry(kind, slug));
            api.MapGet($"/{kind}s/{{slug}}/versions", (string slug) => slug == "withdrawn" ? (IResult)Withdrawn() : TypedResults.Ok<VersionResponse[]>(
                [new(2, "published", At(2), slug == "hostile" ? HostileSubmissions.Line : "Corrected"), new(1, "published", At(1), null)]));
            api.MapGet($"/{kind}s/{{slug}}/contacts", Contacts);
            api.MapGet($"/{kind}s/{{slug}}/versions/{{version:int}}", (string slug) => Entry(kind, slug));
        }

        api.MapGet("/statistics", () => new StatisticsResponse(
            3, 1, 1, 3, 1, new Dictionary<string, int> { ["remittances"] = 1 }, new Dictionary<string, int> { ["KE"] = 1, ["MU"] = 1, ["MT"] = 1 }, new Dictionary<string, int> { ["002"] = 1 }));
        api.MapGet("/countries", () => Countries.All.Select(Country));
        api.MapGet("/countries/{code}", (string code) => Countries.Find(code) is { } country ? Results.Ok(Country(country)) : Missing());
        api.MapGet("/organisations", () => new Page<OrganisationResponse>(1, 1, 100, [Ifad]));
        api.MapGet("/organisations/{slug}", (string slug) => slug switch
        {
            "ifad" => Results.Ok(Ifad),
            "hostile" => Results.Ok(Ifad with { Slug = "hostile", Name = HostileSubmissions.Line }),
            _ => Missing(),
        });
        api.MapGet("/summits", () => new[] { Berlin });
        api.MapGet("/summits/{number:int}", (int number) => number == Berlin.Number ? Results.Ok(Berlin) : number is 3 or 9 ? Results.Ok(Berlin with { Number = number, Sessions = [] }) : Missing());
    }

    private static Page<EntrySummary> List(string kind, HttpRequest request)
    {
        var page = int.Parse(request.Query["page"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        var (country, summit) = (request.Query["country"].ToString(), request.Query["summit"].ToString());
        var entries = Samples.Entries
            .Where(entry => entry.Kind == kind && (country.Length == 0 || entry.Countries.Any(named => named.Code == country))
                && (kind != "recommendation" || summit.Length == 0 || entry.Summits.Any(named => $"{named.Number}" == summit)))
            .Select(Samples.Summary).ToList();
        return new(entries.Count, page, 20, entries);
    }

    private static IResult Entry(string kind, string slug) => slug switch
    {
        "withdrawn" => Withdrawn(),
        // An answer that no page expects.
        "broken" => TypedResults.Ok(new { title = "Half an entry" }),
        "away" => TypedResults.StatusCode(StatusCodes.Status500InternalServerError),
        "merged" => TypedResults.Redirect("/api/catalogue/practices/sending-money-home", permanent: true),
        _ => Samples.Entries.FirstOrDefault(entry => entry.Kind == kind && entry.Slug == slug) is { } entry ? TypedResults.Ok(entry) : Missing(),
    };

    private static IResult Contacts(HttpRequest request, string slug) => slug switch
    {
        _ when request.Headers.Authorization.Count == 0 => TypedResults.Unauthorized(),
        "sending-money-home" => TypedResults.Ok<ContactResponse[]>([new("Remittances unit", "remittances@fund.example", "+000 555"), new("Press office", "press@fund.example", null)]),
        "hostile" => TypedResults.Ok<ContactResponse[]>([new(Samples.Hostile, "unit?bcc=all&subject=<b>@ministry.example", Samples.Hostile)]),
        _ => TypedResults.Ok<ContactResponse[]>([]),
    };

    private static ProblemHttpResult Withdrawn() => TypedResults.Problem(
        statusCode: StatusCodes.Status410Gone,
        extensions: new Dictionary<string, object?> { ["withdrawnAt"] = At(3), ["reason"] = "Merged into <another> entry." });

    private static ProblemHttpResult Missing() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    private static DateTimeOffset At(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);

    private static CountryResponse Country(Country country)
    {
        var practices = Samples.Entries.Count(entry => entry.Countries.Any(named => named.Code == country.Code));
        return new(
            country.Code, country.Iso3, country.M49, country.Name.En, country.Latitude, country.Longitude, country.Region, country.SubRegion, practices, 0, 0,
            FakeProfiles.Of(country));
    }
}
