using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Resources;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

/// <summary>Somebody registered with an address that has an account: only its reader is told.</summary>
internal sealed class RegisteredAlready(IdentityDbContext db) : IMailOccasion
{
    private static readonly MailTexts Texts = new(typeof(AccountMails));

    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == planned.Recipient, cancellationToken) is not { } member)
        {
            return null;
        }

        var reader = new MailRecipient(member.Email, member.Name, member.Language, member.TimeZone);
        return new(reader, Texts.For(reader, "Already.Subject"), [Texts.For(reader, "Already.Text")])
        {
            Button = new(Texts.For(reader, "Already.Button"), "/account/sign-in"),
            Reason = Texts.For(reader, "Already.Reason"),
        };
    }
}
