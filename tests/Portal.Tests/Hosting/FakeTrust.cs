using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API that says whom the secretariat trusts, and what it was told.</summary>
public sealed class FakeTrust
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Method and owner, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/catalogue/trusted-owners", () => new TrustedOwnerResponse[] { new("country:MD", At), new($"organisation:{Samples.Hostile}", At) });
        routes.MapMethods("/api/catalogue/trusted-owners/{owner}", ["PUT", "DELETE"], (string owner, HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} {owner}");
            return owner == "organisation:unknown" ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["owner"] = ["It is none."] }) : Results.NoContent();
        });
    }
}
