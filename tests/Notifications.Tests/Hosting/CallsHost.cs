using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Testing;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>The service on a clock of its own. A class that takes it moves that clock; its tests run one after the other.</summary>
public sealed class CallsHost : NotificationsHost
{
    private readonly LogKeeper log = new();

    internal MovableClock Clock { get; } = new();

    internal IEnumerable<string> Log => log.Lines;

    /// <summary>A call as it is published, closing at that moment.</summary>
    internal CallPublished Call(DateTimeOffset? closesAt, string? owner = null, StatedDeadline? deadline = null)
    {
        var id = Guid.CreateVersion7();
        return new(id, 1, $"call-{id:N}", $"/calls/call-{id:N}", CallStates.Published, "en", new Dictionary<string, PfP.Contracts.Catalogue.EntryText>
        {
            ["en"] = new($"Call {id:N}", null, null, "human"),
            ["fr"] = new($"Appel {id:N}", null, null, "human"),
        }, [], [], [], [], [], [])
        {
            ClosesAt = closesAt,
            Deadline = deadline ?? (closesAt is { } at ? new(DateOnly.FromDateTime(at.UtcDateTime), TimeOnly.FromDateTime(at.UtcDateTime), "UTC", "minute") : null),
            DeadlineSetAt = Clock.GetUtcNow(),
            Owner = owner,
        };
    }

    /// <summary>Publishes an event and waits until it has been handled.</summary>
    public async Task TellAsync(object message)
    {
        var id = Guid.CreateVersion7();
        await PublishAsync(message, id);
        await Eventually.TrueAsync(async () => await ScalarAsync<long>($"select count(*) from inbox where message_id = '{id}'") == 1, $"{message.GetType().Name} is handled");
    }

    /// <summary>A member who follows the call since now.</summary>
    internal async Task<MemberApproved> FollowerAsync(CallPublished call, string language = "en", string timeZone = "UTC")
    {
        var member = await MemberAsync(language: language, timeZone: timeZone);
        await FollowAsync(member, call);
        return member;
    }

    internal async Task FollowAsync(MemberApproved member, CallPublished call, bool follows = true)
    {
        using var answer = await AskAsync(member.MemberId, follows ? HttpMethod.Put : HttpMethod.Delete, $"follows/calls/{call.CallId}");
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }

    /// <summary>Lets that moment come; what is due by then is sent.</summary>
    internal async Task MoveToAsync(DateTimeOffset at)
    {
        Clock.Set(at);
        await ScalarAsync<object>("notify deliveries");
    }

    /// <summary>When the member's reminder of those days is due, by deadline; null where none is planned.</summary>
    internal async Task<DateTimeOffset?> DueAsync(MemberApproved member, int days, CallPublished call) =>
        await ScalarAsync<DateTime?>(Reminder("due_at", member, days, call)) is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>Waits until that reminder is sent or dropped.</summary>
    internal Task ReminderEndsAsync(MemberApproved member, int days, CallPublished call, string state) => Eventually.TrueAsync(
        async () => await ScalarAsync<string>(Reminder("state", member, days, call)) == state, $"the reminder {days} days before is {state}");

    /// <summary>Subjects of the mails that the member got, in order.</summary>
    internal string[] SubjectsTo(MemberApproved member) => [.. To(member.Contact).Select(mail => mail.Subject)];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
    }

    private static string Reminder(string column, MemberApproved member, int days, CallPublished call) =>
        $"""
        select {column} from reminders join deliveries on subject = reminders.id
        where member_id = '{member.MemberId}' and days = {days} and call_id = '{call.CallId}' and closes_at = '{call.ClosesAt:O}'
        """;
}
