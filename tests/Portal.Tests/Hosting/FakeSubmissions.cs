using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The submissions API: one submission of each state under an id of its own, and what it was told.</summary>
public sealed class FakeSubmissions
{
    public const int Version = 3;
    public const string Owner = "country:MD";
    public const string Secretariat = "secretariat";

    public const string ClearanceToken = "the-secret-of-a-link";

    public static readonly Guid Draft = new("0190b6f0-0000-7000-8000-0000000000d1");
    public static readonly Guid Submitted = new("0190b6f0-0000-7000-8000-0000000000d2");
    public static readonly Guid ChangesRequested = new("0190b6f0-0000-7000-8000-0000000000d3");
    public static readonly Guid Published = new("0190b6f0-0000-7000-8000-0000000000d4");
    public static readonly Guid Correction = new("0190b6f0-0000-7000-8000-0000000000d5");
    public static readonly Guid SubmittedCorrection = new("0190b6f0-0000-7000-8000-0000000000d6");

    public static readonly Guid ToolDraft = new("0190b6f0-0000-7000-8000-0000000000d7");
    public static readonly Guid SubmittedTool = new("0190b6f0-0000-7000-8000-0000000000d8");
    public static readonly Guid PublishedTool = new("0190b6f0-0000-7000-8000-0000000000d9");
    public static readonly Guid ToolCorrection = new("0190b6f0-0000-7000-8000-0000000000da");

    public static readonly Guid LessonDraft = new("0190b6f0-0000-7000-8000-0000000000db");
    public static readonly Guid SubmittedLesson = new("0190b6f0-0000-7000-8000-0000000000dc");
    public static readonly Guid PublishedLesson = new("0190b6f0-0000-7000-8000-0000000000dd");

    public static readonly Guid TrustedDraft = new("0190b6f0-0000-7000-8000-0000000000de");
    public static readonly Guid ToReview = new("0190b6f0-0000-7000-8000-0000000000df");
    public static readonly Guid CorrectionToReview = new("0190b6f0-0000-7000-8000-0000000000d0");

    public static readonly Guid SessionDraft = new("0190b6f0-0000-7000-8000-0000000000a1");
    public static readonly Guid PublishedSession = new("0190b6f0-0000-7000-8000-0000000000a2");

    public static readonly Guid RecommendationDraft = new("0190b6f0-0000-7000-8000-0000000000a3");
    public static readonly Guid PublishedRecommendation = new("0190b6f0-0000-7000-8000-0000000000a4");

    public static readonly Guid KeptFile = new("0190b6f0-0000-7000-8000-0000000000f1");
    public static readonly Guid AddedFile = new("0190b6f0-0000-7000-8000-0000000000f2");

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<Guid, string> States = new()
    {
        [Draft] = "draft",
        [Submitted] = "submitted",
        [ChangesRequested] = "changes_requested",
        [Published] = "published",
        [Correction] = "draft",
        [SubmittedCorrection] = "submitted",
        [ToolDraft] = "draft",
        [SubmittedTool] = "submitted",
        [PublishedTool] = "published",
        [ToolCorrection] = "submitted",
        [LessonDraft] = "draft",
        [SubmittedLesson] = "submitted",
        [PublishedLesson] = "published",
        [TrustedDraft] = "draft",
        [ToReview] = "published",
        [CorrectionToReview] = "published",
        [SessionDraft] = "draft",
        [PublishedSession] = "published",
        [RecommendationDraft] = "draft",
        [PublishedRecommendation] = "published",
    };

    private readonly ConcurrentQueue<string> told = [];

    private readonly ConcurrentQueue<string> keys = [];

    /// <summary>With which it was asked to begin something, oldest first.</summary>
    public IReadOnlyCollection<string> Keys => keys;

    /// <summary>What it was told to change, oldest first: method, path and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take one in.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    /// <summary>Whether nobody publishes directly any more.</summary>
    public bool TrustHasEnded { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/catalogue/clearance", (string? token) => token == ClearanceToken
            ? Results.Ok(new ClearanceText(Owner, "draft", FakeForms.Practice with { Contact = null }, At, At.AddDays(14)))
            : Results.NotFound());
        var api = routes.MapGroup("/api/catalogue/submissions");
        api.MapPost("/{id:guid}/clearance", () => new NewClearanceLink(ClearanceToken, At.AddDays(14)));
        api.MapGet("/", () => List("draft"));
        api.MapGet("/queue", (string state) => List(state));
        api.MapGet("/queue/owners", () => new[] { Owner, "organisation:iom" });
        api.MapGet("/queue/on-behalf", () => List("draft"));
        api.MapGet("/queue/sessions", () => new Page<SubmissionSummary>(21, 1, 20, [new(SessionDraft, Secretariat, "draft", Samples.Hostile, true, At) { Kind = "session" }]));
        api.MapGet("/queue/recommendations", () => new Page<SubmissionSummary>(1, 1, 20, [new(RecommendationDraft, Secretariat, "draft", Samples.Hostile, false, At) { Kind = "recommendation" }]));
        api.MapGet("/{id:guid}", (Guid id) => (FakeConfirmations.Of(id) ?? HostileSubmissions.Of(id) ?? (States.ContainsKey(id) ? Of(id) : null)) is { } known ? Results.Ok(known) : Results.NotFound());
        api.MapMethods("/{**rest}", ["POST", "PUT", "DELETE"], async (HttpRequest request) =>
        {
            var path = request.Path.Value!["/api/catalogue/submissions".Length..];
            told.Enqueue($"{request.Method} {path}{(path.Length > 1 ? null : request.QueryString)} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            if (request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key)
            {
                keys.Enqueue(key);
            }

            return request switch
            {
                _ when request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" => Results.StatusCode(StatusCodes.Status412PreconditionFailed),
                _ when (path.EndsWith("/submit", StringComparison.Ordinal) || path.EndsWith("/publish", StringComparison.Ordinal)) && Wrong is { } wrong => TypedResults.ValidationProblem(wrong),
                _ when path.EndsWith("/publish-at-once", StringComparison.Ordinal) && TrustHasEnded => Results.Problem("No.", statusCode: StatusCodes.Status403Forbidden),
                { Method: "DELETE" } => Results.NoContent(),
                _ when path.EndsWith("/files", StringComparison.Ordinal) => Results.Ok(new SubmissionFile(AddedFile, null) { Name = request.Query["name"]!, MediaType = "application/pdf", Bytes = 90 }),
                _ => Results.Ok(Of(request.Query["kind"].ToString() switch { "tool" => ToolDraft, "session" => SessionDraft, "recommendation" => RecommendationDraft, _ => Draft })),
            };
        });
    }

    private static Page<SubmissionSummary> List(string state) => new(3, 1, 20, [new(Draft, Owner, state, Samples.Hostile, true, At) { Assigned = "me" }, new(Submitted, Owner, state, null, false, At) { Review = state == "to_review" ? "waiting" : null }, new(SubmittedTool, Owner, state, Samples.Hostile, false, At) { Kind = "tool" }]);

    private static bool IsTool(Guid id) => id == ToolDraft || id == SubmittedTool || id == PublishedTool || id == ToolCorrection;

    private static bool IsLesson(Guid id) => id == LessonDraft || id == SubmittedLesson || id == PublishedLesson;

    private static bool IsSession(Guid id) => id == SessionDraft || id == PublishedSession;

    private static bool IsRecommendation(Guid id) => id == RecommendationDraft || id == PublishedRecommendation;

    private static string? SlugOf(Guid id) => id == PublishedRecommendation ? "exchange-records" : id == PublishedSession ? "pfp-berlin" : IsLesson(id) ? "sending-money-home" : id == PublishedTool || id == ToolCorrection ? "guide" : id == Published || id == Correction || id == SubmittedCorrection || id == ToReview || id == CorrectionToReview ? "sending-money-home" : null;

    private static SubmissionForm FormOf(Guid id) =>
        IsTool(id) ? FakeForms.Tool : IsLesson(id) ? FakeForms.Lesson : IsSession(id) ? FakeForms.Session : IsRecommendation(id) ? FakeForms.Recommendation : FakeForms.Practice;

    private static SubmissionForm? BaseOf(Guid id) =>
        id == ToolCorrection ? FakeForms.Tool with { TestedIn = ["KE", "PH"], Edition = "First" } : id == Correction || id == SubmittedCorrection || id == CorrectionToReview ? FakeForms.Published : null;

    internal static SubmissionResponse Of(Guid id) => new(
        id, Version, IsSession(id) || IsRecommendation(id) ? Secretariat : Owner, States[id], FormOf(id), [], At, At, SlugOf(id), BaseOf(id),
        id == Draft || id == ToolDraft || id == LessonDraft || id == SessionDraft || id == RecommendationDraft || id == TrustedDraft ? [] : [new(At, "submitted", false, null, []), new(At, "changes_requested", true, Samples.Hostile, [new("summary", Samples.Hostile)])])
    {
        EntryTitle = IsLesson(id) ? Samples.Hostile : null,
        Kind = IsTool(id) ? "tool" : IsLesson(id) ? "lesson" : IsSession(id) ? "session" : IsRecommendation(id) ? "recommendation" : "practice",
        PublishesAtOnce = id == TrustedDraft,
        Review = id == ToReview || id == CorrectionToReview ? "waiting" : null,
        PublishOn = id == SubmittedCorrection ? new DateOnly(2030, 1, 31) : null,
        Assigned = id == SubmittedCorrection ? "me" : id == ChangesRequested ? "another" : null,
    };
}
