using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.Contracts.Mail.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API through which calls come in: one call of each state under an id of its own, every text hostile, and what it was told.</summary>
public sealed class FakeCallDrafts
{
    public const int Version = 3;

    public static readonly Guid Draft = new("0190b6f0-0000-7000-8000-0000000000c1");
    public static readonly Guid Submitted = new("0190b6f0-0000-7000-8000-0000000000c2");
    public static readonly Guid ChangesRequested = new("0190b6f0-0000-7000-8000-0000000000c3");
    public static readonly Guid Refused = new("0190b6f0-0000-7000-8000-0000000000c4");
    public static readonly Guid Open = new("0190b6f0-0000-7000-8000-0000000000c5");
    public static readonly Guid Closed = new("0190b6f0-0000-7000-8000-0000000000c6");
    public static readonly Guid Cancelled = new("0190b6f0-0000-7000-8000-0000000000c7");
    public static readonly Guid Completed = new("0190b6f0-0000-7000-8000-0000000000c8");

    /// <summary>One that its secretariat cannot publish as it stands.</summary>
    public static Guid Unready => ChangesRequested;

    /// <summary>Long past.</summary>
    private static readonly DateTimeOffset OutcomeDueAt = new(2013, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Text = HostileSubmissions.Text;

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Line = HostileSubmissions.Line;
    private static readonly DeadlineResponse Deadline = new(new(2094, 3, 1), new(17, 0), "Europe/Chisinau", "minute", new(2094, 3, 1, 15, 0, 0, TimeSpan.Zero));

    private static readonly CallForm Form = new()
    {
        Title = Line,
        Language = Line,
        Type = Line,
        Countries = [Line],
        Organisations = [new(Line, Line)],
        Ask = Text,
        ForWhom = Text,
        Background = Text,
        Summary = Text,
        CountriesWanted = [Line, "GH"],
        Themes = [Line, "remittances"],
        Opens = Line,
        Deadline = new() { Precision = Line, Date = Line, Time = Line, Zone = Line },
        ReplyMethod = "link",
        ReplyUrl = "javascript:alert(1)",
        Links = [new("javascript:alert(1)", Line), new("//evil.example", Line), new($"https://example.org/{Line}", "")],
        Files = [new(FakeSubmissions.KeptFile, Line) { Name = Line, MediaType = Line, Bytes = 1 }],
        Contact = new(Line, Line),
    };

    private static readonly Dictionary<Guid, (string State, string? Status)> States = new()
    {
        [Draft] = ("draft", null),
        [Submitted] = ("submitted", null),
        [ChangesRequested] = ("changes_requested", null),
        [Refused] = ("refused", null),
        [Open] = ("published", "open"),
        [Closed] = ("published", "closed"),
        [Cancelled] = ("cancelled", "cancelled"),
        [Completed] = ("completed", "completed"),
    };

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told to change, oldest first: method, path and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses whatever is asked but to save.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public bool DeskFails { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/calls/{slug}/contact", (string slug) => new CallContact(Line, Line));
        var api = routes.MapGroup("/api/calls/submissions");
        api.MapGet("/", List);
        api.MapGet("/queue", List);
        api.MapGet("/desk", () => DeskFails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : Results.Ok(new Page<DeskItem>(6, 1, 20,
        [
            new("call_review", Submitted, Line, At, "review"), new("call_changes", ChangesRequested, Line, At, "change"), new("call_replies", Open, Line, At, "answer"), new("call_outcome", Closed, Line, At, "tell"),
        ])));
        api.MapGet("/{id:guid}", (Guid id) => States.ContainsKey(id) ? Results.Ok(Of(id)) : Results.NotFound());
        api.MapGet("/{id:guid}/mails", (Guid id) => id == Unready
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["deadline"] = ["It lies in the future."] })
            : States.ContainsKey(id) ? Results.Ok(Mails(id)) : Results.NotFound());
        api.MapMethods("/{**rest}", ["POST", "PUT", "DELETE"], async (HttpRequest request) =>
        {
            var path = request.Path.Value!["/api/calls/submissions".Length..];
            told.Enqueue($"{request.Method} {path} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            return request switch
            {
                _ when request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" => Results.StatusCode(StatusCodes.Status412PreconditionFailed),
                _ when path.EndsWith("/files", StringComparison.Ordinal) => Results.Ok(new SubmissionFile(FakeSubmissions.AddedFile, null) { Name = request.Query["name"]!, MediaType = "application/pdf", Bytes = 90 }),
                { Method: "POST" } when Wrong is { } wrong => TypedResults.ValidationProblem(wrong),
                { Method: "DELETE" } => Results.NoContent(),
                _ => Results.Ok(Of(Draft)),
            };
        });
    }

    private static CallOutlookMails Mails(Guid id)
    {
        var told = new CallPublished(id, Version, "closing", "/calls/closing", "published", "en", new Dictionary<string, EntryText> { ["en"] = new(Line, Text, Text, "human") }, [], [], [], [], [], [])
        {
            ClosesAt = Deadline.At,
            Deadline = new(Deadline.Date, Deadline.Time, Deadline.Zone, Deadline.Precision),
        };
        return new(new(told, States[id].Status is not null, true), [FakeNotifications.Mail("guest-reply-sent", CallMailPhases.Replies, CallMailReaders.Guest, null, CallMailTimes.Possible, null)]);
    }

    private static Page<CallSubmissionSummary> List() => new(3, 1, 20,
    [
        new(Draft, FakeSubmissions.Owner, "draft", null, At),
        new(Open, FakeSubmissions.Owner, "published", Line, At) { Status = "open", Slug = "closing", Deadline = Deadline },
        new(Closed, FakeSubmissions.Owner, "published", Line, At) { Status = "closed", Slug = "closing", Deadline = Deadline, OutcomeDueAt = OutcomeDueAt },
    ]);

    private static CallSubmission Of(Guid id)
    {
        var (state, status) = States[id];
        return new(
            id, Version, FakeSubmissions.Owner, state, Form, [new(Line, Line)], At, At, status is null ? null : "closing",
            id == Draft ? [] : [new(At, "submitted", false, null, []), new(At, "changes_requested", true, Text, [new("summary", Text), new(Line, Text)]), new(At, "extended", false, Text, [])])
        {
            Status = status,
            Form = id == Open ? Form with { ReplyMethod = "form", AdmitsGuests = true } : Form,
            Deadline = status is null ? null : Deadline,
            OutcomeDueAt = status == "closed" ? OutcomeDueAt : null,
            Outcome = status == "completed" ? new(Text) { Links = Form.Links } : null,
        };
    }
}
