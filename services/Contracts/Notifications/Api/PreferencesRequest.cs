namespace PfP.Contracts.Notifications.Api;

/// <summary>Replaces what the member chose before.</summary>
/// <param name="ReminderDays">How many days before a deadline they are reminded: any of 30, 7 and 1, or none.</param>
/// <param name="ReminderHour">At which hour of their day, 0 to 23, they are reminded and get what is new by the day or week. Outside the quiet hours.</param>
/// <param name="Off">The kinds of mail they do without: see <see cref="MailKinds"/>.</param>
/// <param name="Frequency">One of <see cref="Frequencies"/>; weekly where it is left out.</param>
/// <param name="QuietFrom">The hour of their day, 0 to 23, from which no mail about calls and what they follow is sent; null for none.</param>
/// <param name="QuietTo">The hour at which what waited is sent; where it is the lower one, on the next day.</param>
public sealed record PreferencesRequest(
    IReadOnlyList<int>? ReminderDays, int? ReminderHour, IReadOnlyList<string>? Off, string? Frequency = null, int? QuietFrom = null, int? QuietTo = null);
