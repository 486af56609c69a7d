using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>A chain from a recommendation to an adaptation, one of hostile entries, and what was told about links.</summary>
public sealed class FakeChains
{
    public const int Version = 3;

    public static readonly Guid Own = new("0190b6f0-0000-7000-8000-0000000000b1");
    public static readonly Guid Withdrawn = new("0190b6f0-0000-7000-8000-0000000000b2");
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly EntryLink[] Ends =
    [
        new("recommendation", "exchange-records", "/recommendations/exchange-records", "Exchange records between countries", "en"),
        new("call", "closing", "/calls/closing", "A call with a title that is longer than the picture of a chain is wide", "en"),
        new("practice", "pratique-francaise", "/practices/pratique-francaise", "Une pratique décrite en français", "fr"),
        new("tool", "guide", "/tools/guide", "A guide", "en"),
        new("session", "pfp-berlin", "/sessions/pfp-berlin", "PfP session in Berlin", "en"),
    ];

    private static readonly ChainLinkResponse[] Links =
    [
        Link(0, 1, "led-to", "secretariat", new DateOnly(2026, 5, 3)), Link(1, 2, "led-to", "country:KE", null), Link(2, 3, "adapts", "organisation:ifad", null), Link(0, 4, "updates", "secretariat", null),
    ];

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Path, If-Match and body, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses a link.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue/chains");
        api.MapGet("/{list}/{slug}", (string list, string slug) => Of($"/{list}/{slug}"));
        api.MapGet("/{list}/{slug}/links", (string list, string slug) => slug switch
        {
            "sending-money-home" => Results.Ok<OwnChainLink[]>(
            [
                new(Own, Version, "comes-from", "/calls/closing", Ends[1], "country:MD", At, null, null, true),
                new(Withdrawn, 2, "adapted-by", "/practices/gone", null, "secretariat", At, null, new(At, Samples.Hostile), false),
            ]),
            "hostile" => Results.Ok<OwnChainLink[]>([new(Own, Version, HostileSubmissions.Line, HostileSubmissions.Line, new("practice", "x", $"/practices/x", HostileSubmissions.Line, "en"), $"organisation:{HostileSubmissions.Line}", At, null, new(At, HostileSubmissions.Line), false)]),
            "nothing-followed" => Results.Ok<OwnChainLink[]>([]),
            _ => Results.NotFound(),
        });
        api.MapPost("/{**path}", async (string path, HttpRequest request) =>
        {
            told.Enqueue($"{path} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != $"\"{Version}\"" ? Results.StatusCode(StatusCodes.Status412PreconditionFailed)
                : Results.NoContent();
        });
    }

    private static ChainResponse Of(string path) => path switch
    {
        "/practices/hostile" => new(
            path,
            [new("practice", "hostile", path, HostileSubmissions.Line, "en"), new("practice", "sending-money-home", "/practices/sending-money-home", HostileSubmissions.Line, "en")],
            [new(Own, path, "/practices/sending-money-home", HostileSubmissions.Line, $"organisation:{HostileSubmissions.Line}", null), new(Withdrawn, "/practices/sending-money-home", path, "led-to", HostileSubmissions.Line, null)],
            false),
        _ when Ends.Any(end => end.Url == path) => new(path, [.. Ends.OrderBy(end => end.Url != path)], Links, true),
        _ => new(path, [new("practice", "x", path, "Alone", "en")], [], true),
    };

    private static ChainLinkResponse Link(int from, int to, string relation, string saidBy, DateOnly? verifiedOn) => new(new Guid(from, 0, (short)to, new byte[8]), Ends[from].Url, Ends[to].Url, relation, saidBy, verifiedOn);
}
