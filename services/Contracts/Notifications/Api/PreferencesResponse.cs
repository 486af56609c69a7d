namespace PfP.Contracts.Notifications.Api;

/// <summary>What the member chose, or what holds for who has not chosen.</summary>
/// <param name="ReminderDays">How many days before a deadline they are reminded, the earliest first.</param>
/// <param name="ReminderHour">At which hour of their day they are reminded and get what is new.</param>
/// <param name="Off">The kinds of mail they do without.</param>
/// <param name="Frequency">How often they hear of what is new in what they follow: one of <see cref="Frequencies"/>.</param>
/// <param name="QuietFrom">From which hour of their day they get no mail about calls and what they follow; null where they chose none.</param>
/// <param name="QuietTo">Until which hour.</param>
public sealed record PreferencesResponse(
    IReadOnlyList<int> ReminderDays, int ReminderHour, IReadOnlyList<string> Off, string Frequency = Frequencies.Weekly, int? QuietFrom = null, int? QuietTo = null);
