using System.Globalization;
using PfP.Notifications.Planning;

namespace PfP.Notifications.Reminders;

/// <summary>One rung of the ladder to one deadline, for one member.</summary>
internal sealed record Reminder(Guid Id, Guid MemberId, Guid CallId, DateTimeOffset ClosesAt, int Days)
{
    /// <summary>The same whoever plans it, however often.</summary>
    public static Reminder Of(Guid member, Guid call, DateTimeOffset closesAt, int days) =>
        new(SubjectIds.Of(string.Create(CultureInfo.InvariantCulture, $"{member}/{call}/{closesAt.UtcTicks}/{days}")), member, call, closesAt, days);
}
