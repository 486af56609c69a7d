using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The confirmations API: links by the state they show, submissions that were entered on behalf of others; and what it was told.</summary>
public sealed class FakeConfirmations
{
    public static readonly Guid Unconfirmed = new("0190b6f0-0000-7000-8000-0000000000b1");
    public static readonly Guid Confirmed = new("0190b6f0-0000-7000-8000-0000000000b2");
    public static readonly Guid Draft = new("0190b6f0-0000-7000-8000-0000000000b3");

    private static readonly string[] Tokens = [ConfirmationStates.Asked, ConfirmationStates.Confirmed, ConfirmationStates.Changes, ConfirmationStates.Outdated];

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told, oldest first: path, query, If-Match and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>The status with which it answers whatever it is told.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/catalogue/confirmation", (string? token) => Tokens.Contains(token)
            ? Results.Ok(new ConfirmationText(FakeSubmissions.Owner, token!, FormOf(token!), At.AddDays(14)))
            : Results.NotFound());
        routes.MapPost("/api/catalogue/confirmation", TellAsync);
        routes.MapPost("/api/catalogue/submissions/{id:guid}/confirmation", TellAsync);
    }

    /// <summary>One that was entered on behalf of another; null for any other id.</summary>
    public static SubmissionResponse? Of(Guid id) => id == Unconfirmed || id == Confirmed || id == Draft
        ? FakeSubmissions.Of(FakeSubmissions.Submitted) with
        {
            Id = id,
            State = id == Draft ? "draft" : "submitted",
            OnBehalf = true,
            Confirmation = id == Draft ? null : new(
                id == Confirmed ? ConfirmationStates.Confirmed : ConfirmationStates.Changes, "unit?bcc=all&subject=<b>@ministry.example", At, At.AddDays(14), At, HostileSubmissions.Text),
        }
        : null;

    // Whoever has confirmed a text sees it at its worst.
    private static SubmissionForm? FormOf(string state) => state switch
    {
        ConfirmationStates.Outdated => null,
        ConfirmationStates.Confirmed => HostileSubmissions.Form with { Contact = null },
        _ => FakeSubmissions.Of(FakeSubmissions.Submitted).Form with { Contact = null },
    };

    private async Task<IResult> TellAsync(HttpRequest request)
    {
        told.Enqueue($"{request.Path}{request.QueryString} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
        return Results.StatusCode(Status);
    }
}
