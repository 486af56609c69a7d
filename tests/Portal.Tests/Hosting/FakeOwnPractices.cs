using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of those who answer for practices and tools: one that is theirs, one that nobody answers for, and what it was told.</summary>
public sealed class FakeOwnPractices
{
    public const string Own = "sending-money-home";
    public const string OwnTool = "guide";
    public const string Free = "one-to-adopt";
    public const int Version = 4;

    private static readonly DeadLink DeadLink = new("https://example.org/gone?a=<script>", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), "gone");

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told to do, oldest first: path and If-Match.</summary>
    public IReadOnlyCollection<string> Told => told;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/catalogue/dead-links", () => new Page<EntryDeadLink>(1, 1, 20, [new(new("practice", Own, $"/practices/{Own}", Samples.Hostile, "en"), DeadLink)]));
        routes.MapGet("/api/catalogue/dead-links/profiles", (string country) => country == "KE" ? [new(new("profile", "ke-2018-en", "/countries/ke#migration-profiles", Samples.Hostile, "en"), DeadLink)] : Array.Empty<EntryDeadLink>());
        Map(routes.MapGroup("/api/catalogue/own/practices"), "", FakeSubmissions.Correction, Own);
        Map(routes.MapGroup("/api/catalogue/own/tools"), "tools/", FakeSubmissions.ToolCorrection, OwnTool);
    }

    private void Map(RouteGroupBuilder api, string prefix, Guid correction, string own)
    {
        api.MapGet("/", () => new Page<OwnPractice>(2, 1, 20, [Of(Free, own)!, Of(own, own)!]));
        api.MapGet("/{slug}", (string slug) => Of(slug, own) is { } entry ? Results.Ok(entry) : Results.NotFound());
        api.MapGet("/{slug}/counts", (string slug) => slug == own ? Results.Ok(FakeCounts.Of(new("practice", own, $"/practices/{own}", Samples.Hostile, "en"))) : Results.NotFound());
        api.MapPost("/{slug}/{step}", (string slug, string step, HttpRequest request) =>
        {
            told.Enqueue($"{prefix}{slug}/{step} {request.Headers.IfMatch}".Trim());
            return request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" ? Results.StatusCode(StatusCodes.Status412PreconditionFailed)
                : step == "lessons" ? Results.Ok(FakeSubmissions.Of(FakeSubmissions.LessonDraft))
                : step == "correction" ? Results.Ok(FakeSubmissions.Of(correction))
                : Results.Ok(Of(slug, own));
        });
    }

    private static OwnPractice? Of(string slug, string own) => slug switch
    {
        _ when slug == own => new(Guid.Empty, own, Samples.Hostile, Version, true, new DateOnly(2026, 1, 2), new DateOnly(2028, 1, 2), null) { DeadLinks = [DeadLink], Counts = FakeCounts.Totals },
        Free => new(Guid.Empty, Free, Samples.Hostile, Version, false, null, null, FakeSubmissions.Correction),
        _ => null,
    };
}
