using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;

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
    public static readonly Guid Forgotten = new("0190b6f0-0000-7000-8000-0000000000f3");

    private const string Text = HostileSubmissions.Text;

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Line = HostileSubmissions.Line;

    private static readonly IReadOnlyList<ReplyAnswer> Answers = [new(At, Text)];

    private static readonly IReadOnlyList<SubmissionFile> Files = [new(FakeSubmissions.KeptFile, Line) { Name = Line, MediaType = Line, Bytes = 1 }];

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
        routes.MapGet("/api/calls/submissions/{id:guid}/replies", (Guid id) => id == FakeCallDrafts.Open ? Results.Ok(new Page<ReceivedReply>(3, 1, 20, [Received(OfMember), Received(OfGuest), Received(OfGuest) with { Id = Forgotten, Name = "", Organisation = null, Email = null, Files = [] }])) : Results.NotFound());
        routes.MapMethods("/api/calls/{slug}/reply", ["PUT", "DELETE"], TakeAsync);
        routes.MapPost("/api/calls/{slug}/guest-replies", TakeAsync);
        routes.MapPost("/api/calls/{slug}/reply/files", TakeFileAsync);
        routes.MapPost("/api/calls/{slug}/guest-replies/files", TakeFileAsync);
        routes.MapMethods("/api/calls/replies/guest", ["POST", "DELETE"], TakeAsync);
        routes.MapPost("/api/calls/submissions/{id:guid}/replies/{reply:guid}/answer", TakeAsync);
    }

    private async Task<IResult> TakeFileAsync(HttpRequest request)
    {
        await TakeAsync(request);
        return Results.Ok(new SubmissionFile(FakeSubmissions.AddedFile, null) { Name = request.Query["name"]!, MediaType = "application/pdf", Bytes = 90 });
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        told.Enqueue($"{request.Method} {request.Path.Value!["/api/calls".Length..]}{request.QueryString} {request.Headers["Idempotency-Key"]}{request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
        return Refuses is { } status ? Results.StatusCode(status)
            : request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" ? Results.StatusCode(StatusCodes.Status412PreconditionFailed)
            : Results.NoContent();
    }

    private static OwnReply Own() => new(OfMember, Call, new() { Offers = ["data", Line], Message = Text, NamesCountry = true, Files = Files }, At, At, Answers);

    private static GuestReply Guest(string token) => new(
        Call, new() { Name = Line, Organisation = Line, Email = Line, Country = Line, Language = "en", Offers = [Line], Message = Text, Files = Files }, At, token == Unconfirmed ? At.AddDays(7) : null, token == Unconfirmed ? [] : Answers);

    private static ReceivedReply Received(Guid id) => new(id, Version, Line, ["data", Line], Text, At, At.AddDays(1), Answers)
    {
        MemberId = id == OfMember ? FakeMembers.Id : null,
        Entity = id == OfMember ? $"organisation:{Line}" : null,
        Organisation = id == OfMember ? null : Line,
        Email = id == OfMember ? null : "guest?bcc=all&subject=<b>@example.org",
        Country = Line,
        Files = Files,
    };
}
