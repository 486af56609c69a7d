using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of replies, hostile wherever somebody types; and what it was told.</summary>
public sealed class FakeReplies
{
    public const int Version = 2;

    /// <summary>Tokens of links: one to confirm, one that was.</summary>
    public const string Unconfirmed = "unconfirmed";
    public const string Confirmed = "confirmed";

    public static readonly Guid OfMember = new("0190b6f0-0000-7000-8000-0000000000f1");
    public static readonly Guid OfGuest = new("0190b6f0-0000-7000-8000-0000000000f2");

    private const string Text = HostileSubmissions.Text;

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Line = HostileSubmissions.Line;

    private static readonly IReadOnlyList<ReplyAnswer> Answers = [new(At, Text)];

    private static readonly RepliedCall Call = new("replied-here", Line, "en", "open");

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told, oldest first: method, path, version or key, and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>The status with which it refuses to take anything.</summary>
    public int? Refuses { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/calls/replies", () => new Page<OwnReply>(1, 1, 20, [Own()]));
        routes.MapGet("/api/calls/{slug}/reply", (string slug) => slug == "replied-here" ? Results.Ok(Own()) : Results.NotFound());
        routes.MapGet("/api/calls/replies/guest", (string token) => token is Unconfirmed or Confirmed ? Results.Ok(Guest(token)) : Results.NotFound());
        routes.MapGet("/api/calls/submissions/{id:guid}/replies", (Guid id) => id == FakeCallDrafts.Open ? Results.Ok(new Page<ReceivedReply>(2, 1, 20, [Received(OfMember), Received(OfGuest)])) : Results.NotFound());
        routes.MapMethods("/api/calls/{slug}/reply", ["PUT", "DELETE"], TakeAsync);
        routes.MapPost("/api/calls/{slug}/guest-replies", TakeAsync);
        routes.MapMethods("/api/calls/replies/guest", ["POST", "DELETE"], TakeAsync);
        routes.MapPost("/api/calls/submissions/{id:guid}/replies/{reply:guid}/answer", TakeAsync);
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        told.Enqueue($"{request.Method} {request.Path.Value!["/api/calls".Length..]}{request.QueryString} {request.Headers["Idempotency-Key"]}{request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
        return Refuses is { } status ? Results.StatusCode(status)
            : request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" ? Results.StatusCode(StatusCodes.Status412PreconditionFailed)
            : Results.NoContent();
    }

    private static OwnReply Own() => new(OfMember, Call, new() { Offers = ["data", Line], Message = Text, NamesCountry = true }, At, At, Answers);

    private static GuestReply Guest(string token) => new(
        Call, new() { Name = Line, Organisation = Line, Email = Line, Country = Line, Language = "en", Offers = [Line], Message = Text }, At, token == Unconfirmed ? At.AddDays(7) : null, token == Unconfirmed ? [] : Answers);

    private static ReceivedReply Received(Guid id) => new(id, Version, Line, ["data", Line], Text, At, At.AddDays(1), Answers)
    {
        MemberId = id == OfMember ? FakeMembers.Id : null,
        Entity = id == OfMember ? $"organisation:{Line}" : null,
        Organisation = id == OfMember ? null : Line,
        Email = id == OfMember ? null : "guest?bcc=all&subject=<b>@example.org",
        Country = Line,
    };
}
