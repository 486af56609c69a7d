using Microsoft.AspNetCore.Http.HttpResults;
using MimeKit;
using PfP.Contracts.Mail;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Bounces;

/// <summary>
/// Takes a report and asks every service that sends whether it believes it: only whoever sent the mail that it returns knows to whom. So the
/// answer is the same for a report that was made up, which pauses nothing.
/// </summary>
internal static class ReportBounce
{
    private const int Largest = 1024 * 1024;

    public static async Task<Results<Accepted<BounceReceipt>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!ContentType.TryParse(request.ContentType ?? "", out var type) || !(type.IsMimeType("message", "rfc822") || type.IsMimeType("multipart", "report")))
        {
            return TypedResults.Problem($"A report comes as {BounceReport.WholeMail} or {BounceReport.ReportOnly}.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (await ReadAsync(request.Body, cancellationToken) is not { } body)
        {
            return TypedResults.Problem("A report has at most 1 MB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var report = await BounceReport.ReadAsync(type, body, cancellationToken);
            var failed = report.Recipients.Where(recipient => recipient.IsForGood).ToList();
            foreach (var recipient in failed)
            {
                db.Publish(new MailBounced(report.MessageKey, AddressHash.Text(recipient.Recipient), recipient.Status, clock.GetUtcNow()));
            }

            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted((string?)null, new BounceReceipt(failed.Count, report.Recipients.Count - failed.Count));
        }
        catch (FormatException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Null where it is too large.</summary>
    private static async Task<MemoryStream?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (kept.Length + read > Largest)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        kept.Position = 0;
        return kept;
    }
}
