using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Resources;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Invitations;

/// <summary>The mail with the link that lets its reader join.</summary>
internal sealed class Invited(IdentityDbContext db, SecretLinks links, TimeProvider clock) : IMailOccasion
{
    private static readonly MailTexts Texts = new(typeof(AccountMails));

    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var invitation = await db.Invitations.FirstOrDefaultAsync(invitation => invitation.Id == planned.Recipient, cancellationToken);
        if (invitation is null || !invitation.IsOpenAt(now) || invitation.Mailing != planned.Subject)
        {
            return null;
        }

        // Its status says "sent" from the first attempt on.
        invitation.SentAt = now;
        var reader = new MailRecipient(invitation.Email, invitation.Name, invitation.Language);
        var path = await links.CreateAsync(LinkPurpose.Invitation, invitation.Id, invitation.ExpiresAt, cancellationToken);
        return new(reader, Texts.For(reader, "Invited.Subject"), [Texts.For(reader, "Invited.Text"), Texts.For(reader, "Link.Expires", reader.Local(invitation.ExpiresAt))])
        {
            Button = new(Texts.For(reader, "Invited.Button"), path),
            Reason = Texts.For(reader, "Invited.Reason"),
        };
    }
}
