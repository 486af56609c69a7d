using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;
using PfP.Identity.Members.Introductions;

namespace PfP.Identity.Members.Erasure;

/// <summary>Everything that the services hold of a person, as a file for that person.</summary>
internal static class ExportData
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static async Task<IResult> HandleAsync(ClaimsPrincipal user, IdentityDbContext db, OtherServices others, SecurityLogger log, HttpContext http, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(user.FindFirstValue(AccountSessions.SubjectClaim)!);
        await log.WriteAsync(id, id, SecurityActions.DataExported, cancellationToken);
        var account = await db.Accounts.AsNoTracking().FirstAsync(account => account.Id == id, cancellationToken);
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id, cancellationToken);
        var passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == id).ToListAsync(cancellationToken);
        var elsewhere = await others.AskAsync(id, cancellationToken);
        var data = new
        {
            // So that nobody takes a part for the whole.
            Missing = elsewhere.Where(part => part.Value is null).Select(part => $"{part.Key} did not answer; ask again later."),
            Account = new { account.Id, account.Email, account.EmailConfirmed },
            Member = member is null ? null : new
            {
                State = MemberStates.Name(member.State),
                member.Name,
                member.Email,
                member.Language,
                member.TimeZone,
                member.Affiliation,
                member.Directory,
                member.RoleAsked,
                member.Statement,
                member.Roles,
                member.Entity,
                member.RegisteredAt,
                member.DecidedAt,
                member.Reason,
                member.ExpiresAt,
            },
            Passkeys = passkeys.Select(passkey => new { passkey.Data.Name, passkey.Data.CreatedAt }),
            AuthenticatorApp = await db.SecondFactors.Where(factor => factor.AccountId == id).Select(factor => factor.AddedAt).ToListAsync(cancellationToken),
            Sessions = await db.Sessions.Where(session => session.AccountId == id)
                .Select(session => new { session.Device, session.StartedAt, session.EndedAt }).ToListAsync(cancellationToken),
            Invitations = await db.Invitations.Where(invitation => invitation.Email == account.Email)
                .Select(invitation => new { invitation.Name, invitation.Email, invitation.InvitedAt, invitation.AcceptedAt }).ToListAsync(cancellationToken),
            Introductions = await db.Introductions.Of(id).OrderBy(introduction => introduction.Id)
                .Select(introduction => new
                {
                    Asked = introduction.FromId == id,
                    Message = introduction.FromId == id ? introduction.Message : null,
                    introduction.State,
                    introduction.AskedAt,
                    introduction.AnsweredAt,
                })
                .ToListAsync(cancellationToken),
            Engagements = await db.Engagements.Where(engagement => engagement.AskedBy == id).OrderBy(engagement => engagement.ThreadId)
                .Select(engagement => new
                {
                    Thread = engagement.ThreadId,
                    engagement.Kind,
                    Entry = engagement.EntryTitle,
                    engagement.Title,
                    engagement.State,
                    engagement.Outcome,
                    engagement.AskedAt,
                    engagement.AnsweredAt,
                    engagement.ClosedAt,
                })
                .ToListAsync(cancellationToken),
            Messages = await db.Messages.Where(message => message.AuthorId == id).OrderBy(message => message.Id)
                .Select(message => new { Thread = message.ThreadId, message.Text, message.SentAt }).ToListAsync(cancellationToken),
            Threads = await db.ReadMarks.Where(mark => mark.MemberId == id).Select(mark => new { Thread = mark.ThreadId, mark.ReadTo }).ToListAsync(cancellationToken),
            SharedContacts = await db.SharedContacts.Where(share => share.MemberId == id)
                .Select(share => new { Thread = share.ThreadId, share.SharedAt }).ToListAsync(cancellationToken),
            AbuseReports = await db.AbuseReports.Where(report => report.ReporterId == id).OrderBy(report => report.Id)
                .Select(report => new { report.Reason, report.ReportedAt, report.Decision, report.ClosedAt }).ToListAsync(cancellationToken),
            SecurityLog = await db.SecurityEvents.Where(happened => happened.AccountId == id).OrderBy(happened => happened.Id)
                .Select(happened => new { happened.At, happened.Action, happened.Fields }).ToListAsync(cancellationToken),
            Elsewhere = elsewhere,
        };
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Readable), "application/json", "pfp-my-data.json");
    }
}
