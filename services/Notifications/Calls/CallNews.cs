using System.Globalization;
using PfP.Contracts.Calls;
using PfP.Notifications.Planning;

namespace PfP.Notifications.Calls;

/// <summary>Something that happened to a call.</summary>
internal sealed class CallNews
{
    /// <summary>Made of what happened, so that it is told once.</summary>
    public Guid Id { get; private init; }

    public Guid CallId { get; private init; }

    /// <summary>Which the call must have reached before it can be told; 0 for what the clock does.</summary>
    public int Version { get; private init; }

    /// <summary>One of <see cref="CallChanges"/> or of those below.</summary>
    public required string Change { get; init; }

    public DateTimeOffset At { get; private init; }

    public string? Reason { get; private init; }

    public bool Told { get; set; }

    public const string Opened = "opened";
    public const string Closed = "closed";

    /// <summary>Somebody replied: news for its owner alone.</summary>
    public const string Replied = "replied";

    /// <summary>A reply was answered: news for who replied alone.</summary>
    public const string Answered = "answered";

    /// <summary>What came of it is asked for: news for its owner alone.</summary>
    public const string OutcomeDue = "outcome-due";

    public static CallNews Of(CallChanged changed) => new()
    {
        Id = changed.Change == CallChanges.Published ? PublicationOf(changed.CallId) : SubjectIds.Of($"{changed.CallId}/{changed.Change}/{changed.Version}"),
        CallId = changed.CallId,
        Version = changed.Version,
        Change = changed.Change,
        At = changed.At.ToUniversalTime(),
        Reason = changed.Reason,
    };

    /// <param name="change"><see cref="Opened"/>, <see cref="Closed"/> or <see cref="OutcomeDue"/>.</param>
    public static CallNews Of(Guid callId, string change, DateTimeOffset at) => new()
    {
        Id = SubjectIds.Of($"{callId}/{change}/{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}"),
        CallId = callId,
        Change = change,
        At = at.ToUniversalTime(),
    };

    /// <summary>The same for every change of one reply.</summary>
    public static CallNews Reply(CallReplied replied) => new()
    {
        Id = SubjectIds.Of($"{replied.ReplyId}/{Replied}"),
        CallId = replied.CallId,
        Change = Replied,
        At = replied.At.ToUniversalTime(),
        Told = true,
    };

    public static CallNews Answer(ReplyAnswered answered) => new()
    {
        Id = SubjectIds.Of($"{answered.ReplyId}/{Answered}/{answered.At.UtcTicks.ToString(CultureInfo.InvariantCulture)}"),
        CallId = answered.CallId,
        Change = Answered,
        At = answered.At.ToUniversalTime(),
        Told = true,
    };

    /// <summary>A call is published once, and whoever sent it in may hear of that by another event.</summary>
    public static Guid PublicationOf(Guid callId) => SubjectIds.Of($"{callId}/{CallChanges.Published}");

    /// <summary>Whether the call has reached what this tells of. A closing may overtake the extension that moved the deadline there.</summary>
    public bool CanBeToldOf(KnownCall call) => Version <= call.Version && !(Change == Closed && call.ClosesAt < At);

    /// <summary>Whether it is still news of the call as it is now.</summary>
    public bool HoldsFor(KnownCall call, DateTimeOffset now) => Change switch
    {
        CallChanges.Extended or CallChanges.Reopened or Opened => call.IsOpenAt(now),
        CallChanges.Published => call.State == CallStates.Published,
        CallChanges.Cancelled => call.State == CallStates.Cancelled,
        CallChanges.Completed => call.State == CallStates.Completed,
        Closed => call.State == CallStates.Published && call.ClosesAt == At,
        OutcomeDue => call.State == CallStates.Published && Contracts.Calls.OutcomeDue.IsMoment(At, call.ClosesAt),
        _ => false,
    };
}
