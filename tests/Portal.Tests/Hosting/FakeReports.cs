using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The reports API: one that is open, one that is closed, both hostile wherever somebody types; and what it was told.</summary>
public sealed class FakeReports
{
    public const int Version = 1;

    public static readonly Guid Open = new("0190b6f0-0000-7000-8000-0000000000a1");
    public static readonly Guid Closed = new("0190b6f0-0000-7000-8000-0000000000a2");

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>What it was told, oldest first: path, key and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take anything.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public bool Fails { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "catalogue");
        Map(routes, "calls");
    }

    private void Map(IEndpointRouteBuilder routes, string service)
    {
        var api = routes.MapGroup($"/api/{service}/reports");
        api.MapGet("/", (string state) => Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : Results.Ok(new Page<ReaderReportSummary>(service == "catalogue" ? 7 : 1, 1, 20, [Summary(Open, service), Summary(Closed, service)])));
        api.MapGet("/{id:guid}", (Guid id) => id == Open || id == Closed ? Results.Ok(Of(id, service)) : Results.NotFound());
        api.MapPost("/{**path}", async (string? path, HttpRequest request) =>
        {
            told.Enqueue($"{(service == "catalogue" ? "" : $"{service} ")}/{path} {request.Headers["Idempotency-Key"]}{request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : path is null ? Results.Created()
                : request.Headers.IfMatch == $"\"{Version}\"" ? Results.Ok(Of(Closed, service))
                : Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        });
    }

    private static ReaderReportSummary Summary(Guid id, string service) => new(id, Entry(id, service), HostileSubmissions.Line, At);

    private static ReaderReportResponse Of(Guid id, string service) => new(
        id, Version, id == Open ? "open" : "closed", service == "calls" ? FakeCallDrafts.Open : FakeDeskEntries.Published, Entry(id, service), id == Open ? "not_public" : HostileSubmissions.Line, HostileSubmissions.Text,
        id == Open ? "reader?bcc=all&subject=<b>@example.org" : null, At, id == Open ? null : At, id == Open ? null : HostileSubmissions.Text);

    private static EntryLink Entry(Guid id, string service) => service == "calls" ? new("call", "hostile", "/calls/hostile", HostileSubmissions.Line, "en") : new(id == Open ? "practice" : "session", "hostile", "/practices/hostile", HostileSubmissions.Line, "en");
}
