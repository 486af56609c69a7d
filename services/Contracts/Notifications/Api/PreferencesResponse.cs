namespace PfP.Contracts.Notifications.Api;

/// <summary>What the member chose, or what holds for who has not chosen.</summary>
/// <param name="ReminderDays">How many days before a deadline they are reminded, the earliest first.</param>
/// <param name="ReminderHour">At which hour of their day.</param>
/// <param name="Off">The kinds of mail they do without.</param>
public sealed record PreferencesResponse(IReadOnlyList<int> ReminderDays, int ReminderHour, IReadOnlyList<string> Off);
