namespace PfP.Contracts.Notifications.Api;

/// <summary>Replaces what the member chose before.</summary>
/// <param name="ReminderDays">How many days before a deadline they are reminded: any of 30, 7 and 1, or none.</param>
/// <param name="ReminderHour">At which hour of their day, 0 to 23.</param>
/// <param name="Off">The kinds of mail they do without: see <see cref="MailKinds"/>.</param>
public sealed record PreferencesRequest(IReadOnlyList<int>? ReminderDays, int? ReminderHour, IReadOnlyList<string>? Off);
