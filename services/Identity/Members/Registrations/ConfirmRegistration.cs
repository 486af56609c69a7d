using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Resources;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

/// <summary>The mail that shows whose address it is: somebody registered with it.</summary>
internal sealed class ConfirmRegistration(IdentityDbContext db, SecretLinks links, TimeProvider clock) : IMailOccasion
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);
    private static readonly MailTexts Texts = new(typeof(AccountMails));

    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == planned.Recipient, cancellationToken) is not { State: MemberState.Unconfirmed } member)
        {
            return null;
        }

        var reader = new MailRecipient(member.Email, member.Name, member.Language, member.TimeZone);
        var expires = clock.GetUtcNow() + Lifetime;
        var path = await links.CreateAsync(LinkPurpose.Confirm, member.Id, expires, cancellationToken);
        return new(reader, Texts.For(reader, "Confirm.Subject"), [Texts.For(reader, "Confirm.Text"), Texts.For(reader, "Link.Expires", reader.Local(expires))])
        {
            Button = new(Texts.For(reader, "Confirm.Button"), path),
            Reason = Texts.For(reader, "Confirm.Reason"),
        };
    }
}
