using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Abuse;

/// <summary>A report with what it is about.</summary>
internal sealed record ReportedText(AbuseReport Report, Guid? AuthorId, string Text, Guid? ThreadId)
{
    public AbuseReportResponse View(IReadOnlyDictionary<Guid, MemberName> names) => new(
        Report.Id, Report.Version, Report.ClosedAt is null ? "open" : "closed", Report.ReportedAt, names.Of(Report.ReporterId), names.Of(AuthorId), Report.Reason, Text,
        Report.IntroductionId, ThreadId, Report.MessageId, Report.Decision, Report.ClosedAt);
}

internal static class ReportedTexts
{
    public static async Task<List<ReportedText>> WithTextsAsync(this IdentityDbContext db, IQueryable<AbuseReport> reports, CancellationToken cancellationToken)
    {
        var found = await reports.ToListAsync(cancellationToken);
        var (introductionIds, messageIds) = (found.Select(report => report.IntroductionId).ToArray(), found.Select(report => report.MessageId).ToArray());
        var introductions = await db.Introductions.AsNoTracking().Where(introduction => introductionIds.Contains(introduction.Id))
            .ToDictionaryAsync(introduction => introduction.Id, cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(message => messageIds.Contains(message.Id)).ToDictionaryAsync(message => message.Id, cancellationToken);
        return [.. found.Select(report => report.IntroductionId is { } id
            ? new ReportedText(report, introductions[id].FromId, introductions[id].Message, null)
            : new ReportedText(report, messages[report.MessageId!.Value].AuthorId, messages[report.MessageId.Value].Text, messages[report.MessageId.Value].ThreadId))];
    }

    public static async Task<IReadOnlyList<AbuseReportResponse>> ViewAsync(this IdentityDbContext db, IReadOnlyList<ReportedText> reports, CancellationToken cancellationToken)
    {
        var names = await db.NamesAsync(reports.SelectMany(reported => new[] { reported.Report.ReporterId, reported.AuthorId }), cancellationToken);
        return [.. reports.Select(reported => reported.View(names))];
    }
}
