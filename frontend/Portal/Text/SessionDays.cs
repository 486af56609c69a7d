using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity;

namespace PfP.Portal.Text;

/// <summary>When a session is held, as the catalogue's list reckons it: it is to come until its last day is over (UTC).</summary>
internal static class SessionDays
{
    public static bool IsToCome(this SessionFields session, TimeProvider clock) => IsToCome(session.StartDate, session.EndDate, clock);

    public static bool IsToCome(this EntrySummary session, TimeProvider clock) => IsToCome(session.StartDate, session.EndDate, clock);

    /// <summary>What members may write about the entry now: of <see cref="EngagementKinds"/>.</summary>
    public static IReadOnlyList<string> EngagementsOpen(this EntryResponse entry, TimeProvider clock) =>
        EngagementKinds.OpenTo(entry.Kind, entry.Session?.EndDate ?? entry.Session?.StartDate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private static bool IsToCome(DateOnly? start, DateOnly? end, TimeProvider clock) => (end ?? start) >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
