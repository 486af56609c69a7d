using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of followed searches: one that is followed, and what it was told.</summary>
public sealed class FakeSavedSearches
{
    public static readonly Guid Id = new("0190b6f0-0000-7000-8000-0000000000f1");

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What members asked for as method, path and body; oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public bool IsEmpty { get; set; }

    /// <summary>No more can be followed.</summary>
    public bool IsFull { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search/saved", () => IsEmpty ? [] : new[]
        {
            new SavedSearchResponse(Id, HostileSubmissions.Line, "q=cash%20transfers&theme=remittances", new(2094, 1, 2, 8, 0, 0, TimeSpan.Zero)),
        });
        routes.MapMethods("/api/search/saved/{**rest}", ["POST", "PUT", "DELETE"], async (HttpRequest request) =>
        {
            var body = request.HasJsonContentType() ? await request.ReadFromJsonAsync<SavedSearchRequest>() : null;
            told.Enqueue($"{request.Method} {request.Path} {body?.Name} {body?.Query}".Trim());
            return body is not null && string.IsNullOrWhiteSpace(body.Name) ? Results.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["It is required."] })
                : body?.Query?.StartsWith("?near=", StringComparison.Ordinal) == true ? Results.ValidationProblem(new Dictionary<string, string[]> { ["query"] = ["It asks for nothing."] })
                : IsFull ? Results.Problem("You follow 100 searches.", statusCode: StatusCodes.Status422UnprocessableEntity)
                : Results.NoContent();
        });
    }
}
