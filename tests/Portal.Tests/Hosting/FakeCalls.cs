using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Calls as their service answers them, one in every status, at a moment that never passes.</summary>
internal static class FakeCalls
{
    private static readonly DateTimeOffset Far = new(2094, 3, 1, 16, 0, 0, TimeSpan.Zero);

    private static readonly DeadlineResponse AtFive = new(new(2094, 3, 1), new(17, 0), "Europe/Zurich", "minute", Far);

    public static IReadOnlyList<CallResponse> Calls { get; } =
    [
        Call(1, "closing", "Partners for a study, with; odd, characters", "closing-soon", AtFive) with
        {
            Background = "Costs are known, **uses** are not.",
            ForWhom = "Ministries",
            Partners = [new("ifad", "International Fund for Agricultural Development", "IFAD")],
            GcmObjectives = [new("20", true)],
            SdgTargets = [new("10.c", false)],
            Links = [new("https://example.org/study", "The study", null)],
            DateAdded = new DateOnly(2094, 1, 5),
            PublishedAt = new(2094, 1, 5, 12, 0, 0, TimeSpan.Zero),
        },
        Call(2, "rolling", "Films on migration", "open", null),
        Call(3, "upcoming", "Pilot countries", "upcoming", new(new(2094, 6, 1), null, "America/Mexico_City", "day", new(2094, 6, 2, 6, 0, 0, TimeSpan.Zero)), opens: new(2094, 4, 1)),
        Call(4, "cancelled", "A survey that was cancelled", "cancelled", AtFive),
        Call(5, "month", "An inquiry of March 2013", "closed", new(new(2013, 3, 31), null, "UTC", "month", new(2013, 4, 1, 0, 0, 0, TimeSpan.Zero))),
        Call(6, "hostile", Samples.Hostile, "closed", AtFive) with
        {
            Ask = $"{Samples.Hostile} [click](javascript:alert(1))",
            Background = HostileSubmissions.Text,
            ForWhom = HostileSubmissions.Text,
            Partners = [new("hostile", HostileSubmissions.Line, HostileSubmissions.Line)],
            Links = [new("javascript:alert(1)", Samples.Hostile, null)],
            ReplyMethod = "link",
            ReplyUrl = "javascript:alert(1)",
            Notices = [new(Far, "cancelled", HostileSubmissions.Text)],
            Outcome = new(HostileSubmissions.Text) { Links = [new("javascript:alert(1)", HostileSubmissions.Line)] },
            Files = [new("javascript:alert(1)", Samples.Hostile, null, "PDF", 1), new("/api/calls/files/0190b6f0-0000-7000-8000-0000000000f1/Terms.pdf", HostileSubmissions.Line, null, HostileSubmissions.Line, 1_200_000)],
            Sources = [new(Samples.Hostile, "javascript:alert(1)")],
            Related = [new("/practices/hostile", Samples.Hostile)],
        },
        Call(7, "informal", "A request from the archive", null, null) with { Summit = new(10, 2017, "Berlin") },
    ];

    /// <summary>Stands in no list.</summary>
    public static CallResponse ByMail { get; } = Call(8, "replied-by-mail", "Experts for a fund", "open", AtFive) with
    {
        ReplyMethod = "email",
        Notices = [new(new(2094, 1, 2, 8, 0, 0, TimeSpan.Zero), "extended", "More time was asked for.") { Before = new(new(2013, 3, 31), null, "UTC", "month", new(2013, 4, 1, 0, 0, 0, TimeSpan.Zero)) }],
        Outcome = new("Three ministries joined."),
    };

    /// <summary>Replied to on their own pages, by guests too or by members alone; these stand in no list either.</summary>
    public static IReadOnlyList<CallResponse> RepliedHere { get; } =
    [
        Call(9, "replied-here", "Partners for a forum", "open", AtFive) with { ReplyMethod = "form", AdmitsGuests = true, Replies = 3, RepliedFrom = ["GH", "KE"] },
        Call(10, "open-to-all", "Ideas for a forum", "open", AtFive) with { ReplyMethod = "form", AdmitsGuests = true, Replies = 1 },
        Call(11, "for-members", "Hosts for a forum", "open", AtFive) with { ReplyMethod = "form" },
        Call(12, "replied-before", "A forum that was", "closed", AtFive) with { ReplyMethod = "form", AdmitsGuests = true },
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/calls");
        api.MapGet("/", (HttpRequest request) => List(request.Query["status"], request.Query["theme"]));
        api.MapGet("/{slug}", (string slug) => Calls.Append(ByMail).Concat(RepliedHere).FirstOrDefault(call => call.Summary.Slug == slug) is { } call ? Results.Ok(call) : Results.Problem(statusCode: 404));
    }

    private static IResult List(IEnumerable<string?> statuses, IEnumerable<string?> themes)
    {
        if (themes.Contains("weather"))
        {
            return Results.ValidationProblem(new Dictionary<string, string[]> { ["theme"] = ["'weather' is not a value of its vocabulary."] });
        }

        List<CallSummary> found = [.. Calls.Select(call => call.Summary).Where(call => !statuses.Any() || statuses.Contains(call.Status))];
        return Results.Ok(new Page<CallSummary>(found.Count, 1, 20, found));
    }

    private static CallResponse Call(int number, string slug, string title, string? status, DeadlineResponse? deadline, DateOnly? opens = null)
    {
        var isRunning = status is "open" or "closing-soon";
        var summary = new CallSummary(
            new Guid(number, 0, 0, new byte[8]), slug, $"/calls/{slug}", title, "en", "Please reply.", status switch { null => "archived", "cancelled" => status, _ => "published" }, status, "survey",
            opens is { } day ? new(day, "America/Mexico_City", new(day, new(6, 0), TimeSpan.Zero)) : null, deadline, status == "closing-soon", ["KE", "MU"], ["GH"], [new("remittances", false), new("diaspora", true)],
            [new("ifad", "IFAD", null)], deadline?.Date.Year ?? 2010)
        {
            Version = 3,
            DaysLeft = isRunning && deadline is not null ? 12 : null,
            ChangesAt = isRunning ? Far : null,
            ChangedAt = status is null ? null : new(2094, 1, number, 8, 30, 0, TimeSpan.Zero),
            LastNotice = status switch
            {
                "closing-soon" => new(new(2094, 1, number, 8, 30, 0, TimeSpan.Zero), "extended", "More time was asked for.") { Before = new(new(2094, 2, 1), new(17, 0), "Europe/Zurich", "minute", Far.AddDays(-28)) },
                "cancelled" => new(new(2094, 1, number, 8, 30, 0, TimeSpan.Zero), "cancelled", HostileSubmissions.Line),
                _ => null,
            },
        };
        return new(summary, "human", ["en"]) { Ask = "Please reply." };
    }
}
