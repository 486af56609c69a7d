using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Contracts.Search;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Digests;

/// <summary>What members follow, and what comes newly.</summary>
internal static class Followed
{
    public static MatchedEntry Entry(string title = "A practice", string? owner = null, string kind = EntryKinds.Practice)
    {
        var id = Guid.CreateVersion7();
        return new(kind, id, $"/practices/entry-{id:N}", "en", new Dictionary<string, string> { ["en"] = title, ["fr"] = $"{title} (fr)" }, owner);
    }

    /// <summary>A search of that name finds these.</summary>
    public static Task FindsAsync(this CallsHost host, MemberApproved member, string search, params MatchedEntry[] entries) =>
        host.TellAsync(new SavedSearchMatched(Guid.CreateVersion7(), member.MemberId, search, "theme=remittances", entries));

    public static async Task ChooseAsync(this CallsHost host, MemberApproved member, string frequency, int hour = 8, string[]? off = null, int? quietFrom = null, int? quietTo = null)
    {
        using var answer = await host.AskAsync(
            member.MemberId, HttpMethod.Put, "preferences", new { reminderDays = new[] { 7 }, reminderHour = hour, off = off ?? [], frequency, quietFrom, quietTo });
        Assert.Equal(204, (int)answer.StatusCode);
    }

    /// <summary>When the digest of the member that waits is due; null where none does.</summary>
    public static async Task<DateTimeOffset?> DigestDueAsync(this CallsHost host, MemberApproved member) =>
        await host.ScalarAsync<DateTime?>($"select due_at from deliveries where recipient = '{member.MemberId}' and occasion = 'follows-digest' and state = 'waiting'") is { } due
            ? new DateTimeOffset(due, TimeSpan.Zero)
            : null;

    /// <summary>How many digests were ever planned for the member and are in that state.</summary>
    public static Task<long> DigestsAsync(this CallsHost host, MemberApproved member, string state) =>
        host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}' and occasion = 'follows-digest' and state = '{state}'");

    public static Task DigestEndsAsync(this CallsHost host, MemberApproved member, string state, int count = 1) => Testing.Eventually.TrueAsync(
        async () => await host.DigestsAsync(member, state) == count, $"{count} digests are {state}");

    public static EntryPublished Published(Guid? id = null, int version = 1, string? owner = null)
    {
        var texts = new Dictionary<string, EntryText> { ["en"] = new($"Followed, version {version}", null, null, "human") };
        return new(id ?? Guid.CreateVersion7(), version, EntryKinds.Practice, "followed", "/practices/followed", "en", texts, [], [], [], [], [], [], []) { Owner = owner };
    }

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2027, month, day, hour, minute, 0, TimeSpan.Zero);
}
