using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Members;

/// <summary>All that <see cref="ForgetMember"/> deletes, but for addresses of mails, which are the account's.</summary>
internal static class GetOwnData
{
    public static async Task<Ok<object>> HandleAsync(Contributor member, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var id = member.Id;
        return TypedResults.Ok<object>(new
        {
            Member = await db.Members.AsNoTracking().Where(row => row.Id == id)
                .Select(row => new { row.State, row.Name, row.Email, row.Language, row.TimeZone, row.Refusal }).FirstOrDefaultAsync(cancellationToken),
            Appointment = await db.Appointments.Where(row => row.MemberId == id).Select(row => new { row.Entity, row.Roles, row.Until }).FirstOrDefaultAsync(cancellationToken),
            Offers = await db.Interests.Where(row => row.MemberId == id).Select(row => row.Offers).FirstOrDefaultAsync(cancellationToken),
            Preferences = await db.Preferences.Where(row => row.MemberId == id)
                .Select(row => new { row.Days, row.Hour, row.Off, row.Frequency, row.QuietFrom, row.QuietTo }).FirstOrDefaultAsync(cancellationToken),
            FollowedCalls = await db.Follows.Where(row => row.MemberId == id).OrderBy(row => row.FollowedAt)
                .Select(row => new { Call = db.Calls.Single(call => call.Id == row.CallId).Slug, row.FollowedAt }).ToListAsync(cancellationToken),
            FollowedEntries = await db.EntryFollows.Where(row => row.MemberId == id).OrderBy(row => row.FollowedAt)
                .Select(row => new { Entry = db.Entries.Single(entry => entry.Id == row.EntryId).Path, row.FollowedAt }).ToListAsync(cancellationToken),
            NotForUs = await db.NotForUs.Where(row => row.MemberId == id).Select(row => db.Calls.Single(call => call.Id == row.CallId).Slug).ToListAsync(cancellationToken),
            Found = await db.FoundItems.Where(row => row.MemberId == id).OrderBy(row => row.FoundAt)
                .Select(row => new { row.Path, row.SearchNames, row.FoundAt }).ToListAsync(cancellationToken),
            Reminders = await db.Reminders.Where(row => row.MemberId == id).OrderBy(row => row.ClosesAt)
                .Select(row => new { Call = db.Calls.Single(call => call.Id == row.CallId).Slug, row.ClosesAt, row.Days }).ToListAsync(cancellationToken),
            Submissions = await db.Submissions.Where(row => row.MemberId == id).Select(row => new { row.Id, row.Step }).ToListAsync(cancellationToken),
            Devices = await db.Devices.Where(row => row.MemberId == id).OrderBy(row => row.At).Select(row => new { row.Device, row.At }).ToListAsync(cancellationToken),
            Mails = await db.MailOfAsync(id, cancellationToken),
        });
    }
}
