using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Confirmations;

/// <summary>The mail with the link by which a text is confirmed.</summary>
internal sealed class ConfirmationAsked(CatalogueDbContext db, TimeProvider clock) : IMailOccasion
{
    private static readonly MailTexts Texts = new(typeof(ConfirmationMails));

    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(submission => submission.Id == planned.Subject, cancellationToken);
        var confirmation = await db.LastConfirmationAsync(planned.Subject, cancellationToken);
        if (submission is null || confirmation?.Id != planned.Recipient || confirmation.StateAt(clock.GetUtcNow(), submission) != ConfirmationStates.Asked)
        {
            return null;
        }

        var (token, hash) = SecretToken.Create();
        db.ConfirmationLinks.Add(new(hash, confirmation.Id));
        await db.SaveChangesAsync(cancellationToken);
        var owner = await OwnerAsync(submission.Owner, confirmation.Language, cancellationToken);
        var reader = new MailRecipient(confirmation.Email, owner, confirmation.Language);
        return new(
            reader,
            Texts.For(reader, "Asked.Subject", submission.Form.Title ?? ""),
            [Texts.For(reader, "Asked.Text", submission.Form.Title ?? "", owner), Texts.For(reader, "Asked.Expires", reader.Local(confirmation.ExpiresAt))])
        {
            Button = new(Texts.For(reader, "Asked.Button"), $"/confirmation?token={token}"),
            Reason = Texts.For(reader, "Asked.Reason"),
        };
    }

    private async Task<string> OwnerAsync(string owner, string language, CancellationToken cancellationToken) =>
        EntityKeys.Country(owner) is { } code ? IsoCountries.Find(code)?.Name.In(language) ?? code
            : (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(organisation => organisation.Slug == EntityKeys.Organisation(owner), cancellationToken))?.Name ?? owner;
}

/// <summary>Names the texts of these mails (ConfirmationMails.resx and its translations).</summary>
public sealed class ConfirmationMails;
