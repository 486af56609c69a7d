using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Matching;

/// <summary>Who is told that a call has opened: the same whether they are counted beforehand, planned for, or written to.</summary>
internal static class Matches
{
    /// <param name="only">One member alone.</param>
    public static async Task<IReadOnlyList<Match>> MatchesAsync(
        this NotificationsDbContext db, Wanted wanted, DateTimeOffset now, CancellationToken cancellationToken, Guid? only = null)
    {
        var (owner, themes, entities) = (wanted.Owner, wanted.Themes.ToArray(), wanted.Countries.Select(EntityKeys.OfCountry).ToArray());
        var matching =
            from appointment in db.Appointments.AsNoTracking()
            join member in db.Members on appointment.MemberId equals member.Id
            join kept in db.Interests on member.Id equals kept.MemberId into offered
            from interests in offered.DefaultIfEmpty()
            join said in db.Preferences on member.Id equals said.MemberId into chosen
            from choices in chosen.DefaultIfEmpty()
            where only == null || member.Id == only
            where member.State == MemberStates.Member && appointment.Roles.Length > 0 && (appointment.Until == null || appointment.Until > now)
            where choices == null || !choices.Off.Contains(MailKinds.Matches)
            where owner == null || appointment.Entity != owner
            where (appointment.Roles.Contains(Roles.FocalPoint) && entities.Contains(appointment.Entity)) || interests.Offers.Any(offer => themes.Contains(offer))
            orderby member.Id
            select new { member.Id, appointment.Entity, appointment.Roles, Offers = interests == null ? null : interests.Offers };
        return [.. (await matching.ToListAsync(cancellationToken)).Select(row =>
            new Match(row.Id, row.Roles.Contains(Roles.FocalPoint) && entities.Contains(row.Entity) ? EntityKeys.Country(row.Entity) : null, [.. themes.Intersect(row.Offers ?? [])]))];
    }
}
