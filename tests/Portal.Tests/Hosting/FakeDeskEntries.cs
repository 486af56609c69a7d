using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API by which the secretariat decides about entries: one of each state under an id of its own, the samples, and what it was told.</summary>
public sealed class FakeDeskEntries
{
    public const int Version = 5;

    public static readonly Guid Published = new("0190b6f0-0000-7000-8000-0000000000e1");
    public static readonly Guid Archived = new("0190b6f0-0000-7000-8000-0000000000e2");
    public static readonly Guid Withdrawn = new("0190b6f0-0000-7000-8000-0000000000e3");
    public static readonly Guid Merged = new("0190b6f0-0000-7000-8000-0000000000e4");

    private static readonly Withdrawal Gone = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Samples.Hostile);
    private static readonly EntryLink Practice = new("practice", "entered-twice", "/practices/entered-twice", Samples.Hostile, "en");

    private readonly ConcurrentQueue<string> told = [];
    private int reads;

    /// <summary>What it was told to do, oldest first: path, If-Match and body.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to decide.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    /// <summary>Somebody else withdraws what is published as soon as it has been read so often from now.</summary>
    public int? WithdrawnAfter
    {
        get;
        set => (field, reads) = (value, 0);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue/entries");
        api.MapGet("/{id:guid}", (Guid id) => Of(id) is { } entry ? Results.Ok(entry) : Results.NotFound());
        api.MapGet("/{id:guid}/counts", (Guid id) => Of(id) is { } entry ? Results.Ok(FakeCounts.Of(entry.Entry, entry.State, entry.MergedInto, saved: id != Published)) : Results.NotFound());
        api.MapPost("/{list}/{slug}/correction", (string list, string slug) =>
        {
            told.Enqueue($"{list}/{slug}/correction");
            return FakeSubmissions.Of(list == "sessions" ? FakeSubmissions.SessionDraft : FakeSubmissions.RecommendationDraft);
        });
        api.MapPost("/{id:guid}/{step}", async (Guid id, string step, HttpRequest request) =>
        {
            told.Enqueue($"{id}/{step} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : request.Headers.IfMatch != $"\"{Version}\"" || Of(id)?.Withdrawal is not null ? Results.StatusCode(StatusCodes.Status412PreconditionFailed)
                : Results.Ok(Of(id));
        });
    }

    private DeskEntry? Of(Guid id) =>
        id == Published ? (reads++ >= WithdrawnAfter ? new(id, Practice, Version + 1, "withdrawn", Gone, null) : new(id, Practice, Version, "published", null, null))
        : id == Archived ? new(id, Practice with { Kind = "tool" }, Version, "archived", null, null)
        : id == Withdrawn ? new(id, Practice, Version, "withdrawn", Gone, null)
        : id == Merged ? new(id, Practice, Version, "merged", Gone, new("practice", "sending-money-home", "/practices/sending-money-home", Samples.Hostile, "en"))
        : Samples.Entries.FirstOrDefault(entry => entry.Id == id) is { } sample ? new(id, new(sample.Kind, sample.Slug, sample.Url, sample.Title, sample.Language), Version, "published", null, null)
        : null;
}
