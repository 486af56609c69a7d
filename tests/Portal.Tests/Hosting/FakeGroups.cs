using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Three working groups: one with texts for everybody and for members, one of which nothing is recorded, and a hostile one; and what was told about them.</summary>
public sealed class FakeGroups
{
    public const int Version = 3;
    public const string Secret = "Only members read of the mission to Nowhere";

    public static readonly Guid Document = new("0190b6f0-0000-7000-8000-0000000007a1");
    public static readonly Guid Sent = new("0190b6f0-0000-7000-8000-0000000007a2");

    private static readonly GroupChair[] Chairs = [new("country:KE", "Kenya"), new("organisation:ifad", "IFAD")];

    private static readonly WorkingGroupResponse[] Groups =
    [
        new(new("covid-19", "/working-groups/covid-19", "Covid-19", "en", 2020, 2022, Chairs), "en", "To **meet**.", [new(2021, "The public plan", null)], [new($"/api/catalogue/working-groups/covid-19/documents/{Document}/Open.pdf", "The open one", null, "PDF", 1000)]),
        new(new("empty", "/working-groups/empty", "An empty group", "en", null, null, []), "en", null, [], []),
        new(
            new("hostile", "/working-groups/hostile", HostileSubmissions.Line, "en", 2020, null, [new("organisation:hostile", HostileSubmissions.Line)]), "en", HostileSubmissions.Text,
            [new(2021, HostileSubmissions.Text, HostileSubmissions.Text)], [new("javascript:alert(1)", HostileSubmissions.Line, null, HostileSubmissions.Line, 1)]),
    ];

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Method, path, version, and body, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take anything.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public bool MembersPartFails { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue/working-groups");
        api.MapGet("/", () => Groups.Select(group => group.Summary));
        api.MapGet("/{slug}", (string slug) => Find(slug) is { } group ? Results.Ok(group) : Results.NotFound());
        api.MapGet("/{slug}/members", (string slug, HttpRequest request) => request.Headers.Authorization.Count == 0 ? Results.Unauthorized()
            : MembersPartFails ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Ok(MembersPart(slug)));
        api.MapGet("/{slug}/draft", (string slug) => Find(slug) is { } group ? Results.Ok(Draft(group)) : Results.NotFound());
        api.MapPost("/{slug}/documents", async (string slug, string name, HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            told.Enqueue($"POST /{slug}/documents {name}");
            return new SubmissionFile(Sent, null) { Name = name, MediaType = "application/pdf", Bytes = 9 };
        });
        api.MapMethods("/{**path}", ["POST", "PUT"], async (string? path, HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} /{path} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : path is null || request.Headers.IfMatch == $"\"{Version}\"" ? Results.Ok(Draft(Groups[0]))
                : Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        });
    }

    private static WorkingGroupResponse? Find(string slug) => Groups.FirstOrDefault(group => group.Summary.Slug == slug);

    private static GroupMembersPart MembersPart(string slug) => slug switch
    {
        "covid-19" => new([new(2021, null, Secret), new(2020, $"{Secret} first", null)], [new($"/api/catalogue/working-groups/covid-19/members/documents/{Document}/Closed.pdf", $"{Secret}, annexed", null, "PDF", 1000)]),
        "hostile" => new([new(2022, HostileSubmissions.Text, null)], [new("javascript:alert(1)", HostileSubmissions.Line, null, null, null)]),
        _ => new([], []),
    };

    private static WorkingGroupDraft Draft(WorkingGroupResponse group) => new(
        group.Summary.Slug, group.Summary.Name, "en", group.Summary.FromYear, group.Summary.ToYear, group.Summary.Chairs, group.Mandate,
        [.. group.Years.Select(year => new GroupYearDraft(year.Year, year.Plan, GroupReaders.Everyone, year.Results, GroupReaders.Members))],
        [.. group.Documents.Select(document => new GroupDocument(Document, document.Label, GroupReaders.Everyone, document.Label!, 1000))],
        Version);
}
