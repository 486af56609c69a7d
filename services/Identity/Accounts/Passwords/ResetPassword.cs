using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Resources;
using PfP.Identity.Data;
using PfP.Identity.Provider.Claims;
using PfP.ServiceDefaults;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>The mail to somebody who forgot their password.</summary>
internal sealed class ResetPassword(IdentityDbContext db, IMemberClaims members, SecretLinks links, TimeProvider clock) : IMailOccasion
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly MailTexts Texts = new(typeof(AccountMails));

    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var email = await db.Accounts.Where(account => account.Id == planned.Recipient).Select(account => account.Email).FirstOrDefaultAsync(cancellationToken);
        if (email is null || await members.OfAsync(planned.Recipient, cancellationToken) is not { } member)
        {
            return null;
        }

        var reader = new MailRecipient(email, member.Name, member.Locale, member.ZoneInfo);
        var expires = clock.GetUtcNow() + Lifetime;
        var path = await links.CreateAsync(LinkPurpose.Reset, planned.Recipient, expires, cancellationToken);
        return new(reader, Texts.For(reader, "Reset.Subject"), [Texts.For(reader, "Reset.Text"), Texts.For(reader, "Link.Expires", reader.Local(expires))])
        {
            Button = new(Texts.For(reader, "Reset.Button"), path),
            Reason = Texts.For(reader, "Reset.Reason"),
        };
    }
}
