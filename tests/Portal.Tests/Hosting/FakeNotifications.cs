using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Mail.Api;
using PfP.Contracts.Notifications.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The API of mails about calls: one token, one call and one practice that are followed, and what it was told.</summary>
public sealed class FakeNotifications
{
    public const string Token = "of-a-mail";

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Tokens, and what members asked for as method, path and body; oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    public bool Fails { get; set; }

    /// <summary>How many a call would reach.</summary>
    public int Reached { get; set; } = 4;

    /// <summary>What the member follows: the first of the calls.</summary>
    public static Guid Followed => FakeCalls.Calls[0].Summary.Id;

    /// <summary>The practice that the member follows.</summary>
    internal static EntryResponse FollowedPractice => Samples.Entries.Single(entry => entry.Slug == "sending-money-home");

    // 08:00 in Chisinau, where it still is winter.
    private static readonly DateTimeOffset RemindedAt = new(2094, 2, 28, 6, 0, 0, TimeSpan.Zero);

    /// <summary>One of the mails of a call, with a text that tries what it can.</summary>
    public static CallMail Mail(string key, string phase, string to, int? count, string time, DateTimeOffset? at) =>
        new(key, key.StartsWith("call-reminder", StringComparison.Ordinal) ? "call-reminder" : key, phase, to, count, time, at, false,
            new(HostileSubmissions.Line, HostileSubmissions.Text, $"<!DOCTYPE html><html lang=\"en\"><head><title>A mail</title></head><body style=\"margin:0\"><p>{key}</p></body></html>"));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/notifications/unsubscribe", (string token) =>
        {
            told.Enqueue(token);
            return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : token == Token ? Results.Ok() : Results.NotFound();
        });
        routes.MapGet("/api/notifications/follows", () => new[]
        {
            new FollowedCall(Followed, FakeCalls.Calls[0].Summary.Url, HostileSubmissions.Line, "en", "published", new(2094, 3, 1, 16, 0, 0, TimeSpan.Zero), new(2094, 1, 1, 8, 0, 0, TimeSpan.Zero)),
        });
        routes.MapGet("/api/notifications/follows/entries", () => new[]
        {
            new FollowedEntry(FollowedPractice.Id, FollowedPractice.Kind, FollowedPractice.Url, HostileSubmissions.Line, "es", new(2094, 1, 1, 8, 0, 0, TimeSpan.Zero)),
        });
        routes.MapGet("/api/notifications/preferences", () => new PreferencesResponse([30, 1], 9, [MailKinds.Notices, MailKinds.Follows], Frequencies.Daily, 22, 7));
        routes.MapGet("/api/notifications/matches", (HttpRequest request) =>
        {
            told.Enqueue($"GET {request.Path}{request.QueryString}");
            return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : Results.Ok(new MatchCounts(Reached, [new("GH", 2), new("NG", 0), new(HostileSubmissions.Line, 1)], [new("remittances", 1)]));
        });
        routes.MapPost("/api/notifications/call-mails", (CallOutlook outlook, string lang) =>
        {
            told.Enqueue($"call-mails {outlook.Call.CallId} {lang}");
            return Fails ? Results.StatusCode(StatusCodes.Status500InternalServerError) : Results.Ok(new[]
            {
                Mail("call-received", CallMailPhases.Review, CallMailReaders.Submitter, null, CallMailTimes.Past, null),
                Mail("own-call-published", CallMailPhases.Opening, CallMailReaders.Owner, 1, CallMailTimes.Planned, null),
                Mail("follows-digest", CallMailPhases.Opening, CallMailReaders.Searches, null, CallMailTimes.Planned, null),
                Mail("call-reminder-30", CallMailPhases.Reminders, CallMailReaders.Followers, null, CallMailTimes.Past, RemindedAt.AddDays(-29)),
                Mail("call-reminder-1", CallMailPhases.Reminders, CallMailReaders.Followers, 1200, CallMailTimes.Planned, RemindedAt) with { ByReadersClock = true },
                Mail("followed-call-extended", CallMailPhases.Changes, CallMailReaders.Followers, 0, CallMailTimes.Possible, null),
                Mail("own-outcome-overdue", CallMailPhases.Outcome, CallMailReaders.Owner, 1, CallMailTimes.Planned, RemindedAt.AddDays(91)),
                Mail(HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Line, 1, CallMailTimes.Possible, null),
            });
        });
        routes.MapMethods("/api/notifications/{**rest}", ["PUT", "DELETE"], async (HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} {request.Path} {await new StreamReader(request.Body).ReadToEndAsync()}".Trim());
            return Results.NoContent();
        });
    }
}
