namespace PfP.Contracts.Notifications.Api;

/// <summary>Mails that members may do without, by kind.</summary>
public static class MailKinds
{
    /// <summary>That the deadline of a call they follow comes near.</summary>
    public const string Reminders = "reminders";

    /// <summary>What became of a call they follow, or answer for.</summary>
    public const string Notices = "notices";

    /// <summary>That a call has opened that fits what they offer, or asks their country.</summary>
    public const string Matches = "matches";

    /// <summary>What is new in the searches and entries that they follow.</summary>
    public const string Follows = "follows";

    public static IReadOnlyList<string> All { get; } = [Reminders, Notices, Matches, Follows];
}
