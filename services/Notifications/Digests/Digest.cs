using System.Globalization;
using PfP.Notifications.Planning;

namespace PfP.Notifications.Digests;

/// <summary>A mail of what is new in what a member follows. Of those that are not composed yet there is one for each member.</summary>
/// <param name="Id">What the mail is about.</param>
internal sealed record Digest(Guid Id, Guid MemberId, DateTimeOffset DueAt, DateTimeOffset? ComposedAt)
{
    /// <summary>The one of a day: the same whoever plans it, however often.</summary>
    public static Guid IdOf(Guid member, DateOnly date) => SubjectIds.Of(string.Create(CultureInfo.InvariantCulture, $"{member}/digest/{date:yyyy-MM-dd}"));
}
