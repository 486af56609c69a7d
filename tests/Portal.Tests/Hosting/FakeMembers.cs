using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The members API: one of everything, versions that can be outdated, and what it was told.</summary>
public sealed class FakeMembers
{
    public const int Version = 3;

    public static readonly Guid Id = new("0190b6f0-0000-7000-8000-000000000001");

    /// <summary>For every page that shows something by its id.</summary>
    public static readonly Guid Unknown = new("0190b6f0-0000-7000-8000-00000000dead");

    /// <summary>A thread that somebody opened about an entry of the reader's.</summary>
    public static readonly Guid AboutEntry = new("0190b6f0-0000-7000-8000-0000000000f1");

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MemberName Other = new(Id, Samples.Hostile, "MD", "Ministry of samples");

    private static readonly RegistrationResponse Waiting = new(
        Id, Version, "waiting", Samples.Hostile, "waiting@example.org", "MD", "Ministry of samples", "national-government", null, "Officer", "focal_point", Samples.Hostile,
        "country:MD", null, [], "en", At, null, null, null);

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told to change, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public bool Fails { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/members");
        api.AddEndpointFilter(async (context, next) => Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : await next(context));
        api.MapGet("/desk", () => new Page<DeskItem>(6, 1, 20,
        [
            new("registration", Id, "Somebody", At, "decide"), new("introduction", Id, "", At.AddDays(1), "answer"),
            new("thread", Id, Samples.Hostile, At.AddDays(2), "read"), new("abuse_report", Id, "Somebody", At.AddDays(3), "decide"),
            new("engagement", AboutEntry, Samples.Hostile, At.AddDays(4), "answer"), new("unanswered", FakeDeskEntries.Published, Samples.Hostile, At.AddDays(5), "remind"),
        ]));
        FakeYears.MapMembers(api);
        api.MapGet("/registrations", () => One(Waiting));
        api.MapGet("/registrations/{id:guid}", (Guid id) => Known(id, id == Id ? Waiting : Waiting with { Id = id, State = "approved", Roles = ["member"], Entity = "country:MD" }));
        api.MapGet("/invitations", () => One(new InvitationResponse(Id, "Somebody", "invited@example.org", "member", "country:MD", "sent", At, At.AddDays(14), null)));
        api.MapPost("/invitations/file", async (HttpRequest request) =>
        {
            var list = await new StreamReader(request.Body).ReadToEndAsync();
            told.Enqueue($"POST /invitations/file {list}");
            return list.Contains('\n', StringComparison.Ordinal)
                ? Results.Ok(new InvitationReports(1, [new(1, "good@example.org", Id, null, null), new(2, "bad", null, "The e-mail address is not valid.", "email")]))
                : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["rows"] = ["A list has 1 to 500 rows."] });
        });
        api.MapGet("/abuse-reports/{id:guid}", (Guid id) => Known(id, new AbuseReportResponse(id, Version, "open", At, Other, Other, "Not polite", Samples.Hostile, id, null, null, null, null)));
        api.MapGet("/security-events", (Guid? account, string? action) => new Page<SecurityEventResponse>(60, 1, 20,
        [
            new(3, At, Id, Other, Id, Other, action ?? "profile-changed", ["name"]), new(2, At, account ?? Unknown, null, Id, Other, "ended", []), new(1, At, Id, Other, null, null, "sign-in-refused", []),
        ]));
        api.MapGet("/directory", () => One(new MemberSummary(Id, Samples.Hostile, "MD", "Ministry of samples", "national-government", null, "Officer", "country:MD", ["ro"], ["remittances"], ["diaspora"])));
        api.MapGet("/directory/suggested", () => new[] { new SuggestedPeer(new(Id, "A peer", "KE", null, "national-government", null, null, null, [], [], []), ["remittances"], ["diaspora"]) });
        api.MapGet("/directory/{id:guid}", (Guid id) => Known(id, new MemberProfile(
            id, Samples.Hostile, "MD", "Ministry of samples", "national-government", null, "Officer", "country:MD", ["ro"], ["remittances"], ["diaspora"], Samples.Hostile, "shown@example.org", null)));
        api.MapGet("/introductions", () => One(Introduction(Id)));
        api.MapGet("/introductions/{id:guid}", (Guid id) => Known(id, Introduction(id)));
        api.MapGet("/threads", () => new Page<ThreadSummary>(2, 1, 20,
        [
            new(Id, [new("member", Other, null, false), new("member", null, null, true)], At, At, 2),
            new(AboutEntry, [new("member", Other, null, false), new("entity", null, "country:MD", true)], At, At, 0) { About = Engagement(AboutEntry) },
        ]));
        api.MapGet($"/threads/{AboutEntry}", () => new ThreadResponse(
            AboutEntry, [new("member", Other, null, false), new("entity", null, "country:MD", true)], At, null, [], new(1, 1, 20, [new(Id, Other, false, Samples.Hostile, At)]))
        {
            About = Engagement(AboutEntry),
        });
        api.MapGet("/engagement-counts/{id:guid}", () => new EngagementCounts(3, 2, 1));
        api.MapGet("/engagements/of/{id:guid}", (Guid id) => new[] { Engagement(Id) with { Own = true, State = "closed", Outcome = "not_now" } });
        api.MapPost("/engagements", async (HttpRequest request) =>
        {
            told.Enqueue($"POST /engagements {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Results.Created("", Engagement(AboutEntry));
        });
        api.MapGet("/threads/{id:guid}", (Guid id) => Known(id, new ThreadResponse(
            id, [new("member", null, null, false), new("member", Other, null, true)], At, null, [new(Other, false, "shared@example.org", "+000", At)],
            new(2, 1, 20, [new(id, null, false, Samples.Hostile, At), new(Guid.NewGuid(), Other, true, "Mine", At)]))));
        api.MapMethods("/{**rest}", ["POST", "PUT", "DELETE"], async (HttpRequest request) =>
        {
            var body = await new StreamReader(request.Body).ReadToEndAsync();
            told.Enqueue($"{request.Method} {request.Path.Value!["/api/members".Length..]} {body}".Trim());
            return request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" ? Results.StatusCode(StatusCodes.Status412PreconditionFailed) : Results.NoContent();
        });
    }

    private static EngagementResponse Engagement(Guid thread) =>
        new(thread, Version, "offer", "open", null, Id, new("practice", "hostile", "/practices/hostile", Samples.Hostile, "en"), false, At) { Title = Samples.Hostile };

    private static IntroductionResponse Introduction(Guid id) => new(id, Version, "open", true, Other, null, Samples.Hostile, At, null, null);

    private static IResult Known<T>(Guid id, T value) => id == Unknown ? Results.NotFound() : Results.Ok(value);

    private static Page<T> One<T>(T item) => new(1, 1, 20, [item]);
}
