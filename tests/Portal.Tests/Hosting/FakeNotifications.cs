using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Notifications.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of mails about calls: one token, one call and one practice that are followed, and what it was told.</summary>
public sealed class FakeNotifications
{
    public const string Token = "of-a-mail";

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Tokens, and what members asked for as method, path and body; oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public bool Fails { get; set; }

    /// <summary>How many a call would reach.</summary>
    public int Reached { get; set; } = 4;

    /// <summary>What the member follows: the first of the calls.</summary>
    public static Guid Followed => FakeCalls.Calls[0].Summary.Id;

    /// <summary>The practice that the member follows.</summary>
    internal static EntryResponse FollowedPractice => Samples.Entries.Single(entry => entry.Slug == "sending-money-home");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/notifications/unsubscribe", (string token) =>
        {
            told.Enqueue(token);
            return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : token == Token ? Results.Ok() : Results.NotFound();
        });
        routes.MapGet("/api/notifications/follows", () => new[]
        {
            new FollowedCall(Followed, FakeCalls.Calls[0].Summary.Url, HostileSubmissions.Line, "en", "published", new(2094, 3, 1, 16, 0, 0, TimeSpan.Zero), new(2094, 1, 1, 8, 0, 0, TimeSpan.Zero)),
        });
        routes.MapGet("/api/notifications/follows/entries", () => new[]
        {
            new FollowedEntry(FollowedPractice.Id, FollowedPractice.Kind, FollowedPractice.Url, HostileSubmissions.Line, "es", new(2094, 1, 1, 8, 0, 0, TimeSpan.Zero)),
        });
        routes.MapGet("/api/notifications/preferences", () => new PreferencesResponse([30, 1], 9, [MailKinds.Notices, MailKinds.Follows], Frequencies.Daily, 22, 7));
        routes.MapGet("/api/notifications/matches", (HttpRequest request) =>
        {
            told.Enqueue($"GET {request.Path}{request.QueryString}");
            return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : Results.Ok(new MatchCounts(Reached, [new("GH", 2), new("NG", 0), new(HostileSubmissions.Line, 1)], [new("remittances", 1)]));
        });
        routes.MapMethods("/api/notifications/{**rest}", ["PUT", "DELETE"], async (HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} {request.Path} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            return Results.NoContent();
        });
    }
}
