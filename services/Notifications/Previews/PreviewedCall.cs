using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Previews;

/// <summary>A call at a moment: what is still to come of it, and what might.</summary>
internal sealed record PreviewedCall(CallOutlook Outlook, CallAudience Audience, MailRecipient Reader, DateTimeOffset Now)
{
    // By how much the deadline of the example is later.
    private const int DaysMore = 14;

    public CallPublished Event => Outlook.Call;

    public KnownCall Call { get; } = KnownCall.From(Outlook.Call);

    private string? Status => CallStatuses.At(Now, Event.State, Event.OpensAt, Event.ClosesAt);

    /// <summary>Cancelled, or with an outcome: nothing comes of itself any more.</summary>
    private bool HasEnded => Status is CallStates.Cancelled or CallStates.Completed;

    public bool IsToClose => CallStatuses.IsToClose(Status);

    public bool IsCompleted => Status == CallStates.Completed;

    public bool IsCancelled => Status == CallStates.Cancelled;

    /// <summary>Whether somebody can follow it before it opens.</summary>
    public bool OpensLater => Event.OpensAt > (Outlook.IsPublic ? Event.PublishedAt ?? DateTimeOffset.MinValue : Now);

    /// <summary>Null where it opens with its publication, which is to come.</summary>
    public DateTimeOffset? OpensAt => OpensLater ? Event.OpensAt : Event.PublishedAt;

    /// <summary>Whether something with that time is still to come: with the publication, where it has none.</summary>
    public string At(DateTimeOffset? dueAt) => HasEnded || (dueAt is null ? Outlook.IsPublic : dueAt <= Now) ? CallMailTimes.Past : CallMailTimes.Planned;

    public static string If(bool canHappen) => canHappen ? CallMailTimes.Possible : CallMailTimes.Past;

    /// <summary>That this happens now, with a reason that stands for any.</summary>
    public CallNews Changed(string change) => CallNews.Of(new CallChanged(Call.Id, Call.Version, change, Now)
    {
        Reason = change is CallChanges.Published or CallChanges.Completed ? null : Mails.Said(Reader, "Preview.Reason"),
    });

    public CallNews Told(string change, DateTimeOffset? at) => CallNews.Of(Call.Id, change, at ?? Now);

    /// <summary>As if more time had just been given.</summary>
    public KnownCall WithMoreTime()
    {
        var call = KnownCall.From(Event);
        if (Event.Deadline is { } deadline)
        {
            var today = Zones.Today(Now, deadline.Zone);
            var date = (deadline.Date > today ? deadline.Date : today).AddDays(DaysMore);
            var closesAt = deadline.Time is { } time ? Zones.Instant(date, time, deadline.Zone) : Zones.StartOf(date.AddDays(1), deadline.Zone);
            call.Apply(Event with { Deadline = deadline with { Date = date }, ClosesAt = closesAt });
        }

        return call;
    }
}
