using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The part of the search API that is the secretariat's: two texts and two groups, hostile wherever somebody types; and what it was told.</summary>
public sealed class FakeSearchDesk
{
    public const int Version = 3;

    public static readonly Guid Group = new("0190b6f0-0000-7000-8000-0000000000c1");
    public static readonly Guid Hostile = new("0190b6f0-0000-7000-8000-0000000000c2");

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told, oldest first: method, path, key or version, and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take anything.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    /// <summary>No more groups can be added.</summary>
    public bool IsFull { get; set; }

    public bool IsEmpty { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search/queries", () => IsEmpty ? new Page<CountedQuery>(0, 1, 20, []) : new(41, 1, 20, [new("cash & carry", 1234, 5), new(HostileSubmissions.Line, 3, 3)]));
        var groups = routes.MapGroup("/api/search/synonyms");
        groups.MapGet("/", () => IsEmpty ? new Page<SynonymGroupResponse>(0, 1, 20, []) : new(41, 1, 20, [Of(Group), Of(Hostile)]));
        groups.MapGet("/{id:guid}", (Guid id) => id == Group || id == Hostile ? Results.Ok(Of(id)) : Results.NotFound());
        groups.MapMethods("/{**path}", ["POST", "PUT", "DELETE"], async (string? path, HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} /{path} {request.Headers["Idempotency-Key"]}{request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : IsFull ? Results.Problem("There are 500 groups.", statusCode: StatusCodes.Status422UnprocessableEntity)
                : path is null || request.Headers.IfMatch == $"\"{Version}\"" ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        });
    }

    private static SynonymGroupResponse Of(Guid id) => id == Group
        ? new(id, Version, ["GFMD", "Global Forum"], true)
        : new(id, Version, [HostileSubmissions.Line, $"other {HostileSubmissions.Line}"], false);
}
