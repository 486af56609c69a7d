using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Mail.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The mails of all services: of each two of every state, with whatever servers and people may have said; and what it was told.</summary>
public sealed class FakeMails
{
    public const string Hash = "5f0c6f2ac8b5b1cbf7ac2ea8b1c9b0f1d4b8b9aaf2b5e5a7f8d1c2b3a4958671";

    public static readonly Guid Failed = new("0190b6f0-0000-7000-8000-0000000000b1");
    public static readonly Guid Paused = new("0190b6f0-0000-7000-8000-0000000000b2");

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<string> told = [];

    public IReadOnlyCollection<string> Told => told;

    /// <summary>The services that do not answer.</summary>
    public IReadOnlyCollection<string> Away { get; set; } = [];

    /// <summary>The status with which it answers whatever it is told.</summary>
    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>How many mails each service has in every state.</summary>
    public int Total { get; set; } = 2;

    public DateTimeOffset? OwnPausedSince { get; set; }

    public void Map(IEndpointRouteBuilder routes, params string[] services)
    {
        foreach (var service in services)
        {
            routes.MapGet($"/api/{service}/mails", (string state) => Away.Contains(service)
                ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : Results.Ok(new Page<MailDelivery>(Total, 1, 20, Total == 0 ? [] : [Of(Failed, state, isPaused: false), Of(Paused, state, isPaused: true)])));
            routes.MapPost($"/api/{service}/mails/{{**rest}}", Tell);
        }

        routes.MapGet("/api/notifications/paused-addresses", () => Away.Contains("notifications")
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Ok(new Page<PausedAddress>(Total, 1, 20, Total == 0 ? [] :
            [
                new(Hash, FakeMembers.Id, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, At),
                new(Hash, FakeMembers.Id, null, null, "call-reminder", "Bounced 5.1.1", At),
            ])));
        routes.MapPost("/api/notifications/paused-addresses/{**rest}", Tell);
        routes.MapGet("/api/notifications/address", () => new OwnAddress(OwnPausedSince));
    }

    private IResult Tell(HttpRequest request)
    {
        told.Enqueue($"{request.Method} {request.Path}");
        return Results.StatusCode(Answer);
    }

    private static MailDelivery Of(Guid id, string state, bool isPaused) => new(
        id, state, isPaused ? HostileSubmissions.Line : "call-reminder", FakeMembers.Id, state == "failed" ? HostileSubmissions.Line : null, At, 3, HostileSubmissions.Line,
        state == "planned" ? At : null, state == "planned" ? null : At, $"<0123456789abcdef0123456789abcdef@{HostileSubmissions.Line}>", isPaused);
}
