using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of mails about calls: one token, and who was told to stop.</summary>
public sealed class FakeNotifications
{
    public const string Token = "of-a-mail";

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>The tokens that came, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public bool Fails { get; set; }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/notifications/unsubscribe", (string token) =>
    {
        told.Enqueue(token);
        return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : token == Token ? Results.Ok() : Results.NotFound();
    });
}
