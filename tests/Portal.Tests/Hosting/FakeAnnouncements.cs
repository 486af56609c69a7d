using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>An event to come, a plain announcement and a hostile one; and what was told about them.</summary>
public sealed class FakeAnnouncements
{
    public const int Version = 3;

    public static readonly Guid Event = new("0190b6f0-0000-7000-8000-0000000007b1");
    public static readonly Guid Plain = new("0190b6f0-0000-7000-8000-0000000007b2");
    public static readonly Guid Hostile = new("0190b6f0-0000-7000-8000-0000000007b3");

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly AnnouncementItem[] Items =
    [
        new(Event, $"/announcements/{Event}", "Summit of samples", "Come to **Geneva**.", "en", Day, "https://example.org/summit",
            new(new(2094, 5, 3), new(9, 30), new(2094, 5, 4), new(17, 0), "Palais des Nations", "Europe/Zurich", new(2094, 5, 3, 7, 30, 0, TimeSpan.Zero), new(2094, 5, 4, 15, 0, 0, TimeSpan.Zero), true), Version, At),
        new(Plain, $"/announcements/{Plain}", $"A long title {new string('é', 300)}", "Text", "fr", Day, null, null, 1, At),
        new(Hostile, $"/announcements/{Hostile}", HostileSubmissions.Line, HostileSubmissions.Text, "en", Day, "javascript:alert(1)",
            new(new(2094, 5, 3), null, new(2094, 5, 3), null, HostileSubmissions.Line, HostileSubmissions.Line, At, At, false), 1, At),
    ];

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Method, path, version and body, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take anything.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue/announcements");
        api.MapGet("/", (int page, int pageSize) => new Page<AnnouncementItem>(pageSize < 10 ? Items.Length : 41, page, pageSize, [.. Items.Take(pageSize)]));
        api.MapGet("/{id:guid}", (Guid id) => Items.FirstOrDefault(item => item.Id == id) is { } item ? Results.Ok(item) : Results.NotFound());
        api.MapGet("/desk", () => new Page<AnnouncementDraft>(Items.Length, 1, 20, [.. Items.Select(Draft)]));
        api.MapGet("/desk/{id:guid}", (Guid id) => Items.FirstOrDefault(item => item.Id == id) is { } item ? Results.Ok(Draft(item)) : Results.NotFound());
        api.MapMethods("/{**path}", ["POST", "PUT"], async (string? path, HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} /{path} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : path is null || request.Headers.IfMatch == $"\"{Version}\"" ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        });
    }

    private static AnnouncementDraft Draft(AnnouncementItem item) => new(
        item.Id,
        item.Id == Hostile
            ? new(HostileSubmissions.Line, HostileSubmissions.Text, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line)
            : new(item.Title, item.Text, item.Language, "2026-03-01", item.Link, item.Event is null ? "" : "2094-05-03", item.Event is null ? "" : "09:30", item.Event is null ? "" : "2094-05-04", item.Event is null ? "" : "17:00", item.Event?.Place, item.Event?.Zone),
        item.Id == Plain ? AnnouncementStates.Planned : AnnouncementStates.Shown, Version);
}
