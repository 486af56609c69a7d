using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

internal static class ListSubmissions
{
    private static readonly string[] WithTheOwner = [SubmissionStates.ChangesRequested, SubmissionStates.Draft];

    /// <summary>Of the reader's country or organisation: first what waits for them, then what waits for the secretariat, then what is done.</summary>
    public static async Task<Results<Ok<Page<SubmissionSummary>>, ValidationProblem>> OwnAsync(
        [AsParameters] PagingInLanguage paging, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await PageAsync(
            db.Submissions.Where(submission => submission.Owner == contributor.Entity && (!submission.OnBehalf || submission.State != SubmissionStates.Draft)),
            submissions => submissions
                .OrderByDescending(submission => WithTheOwner.Contains(submission.State))
                .ThenByDescending(submission => submission.State == SubmissionStates.Submitted)
                .ThenByDescending(submission => submission.ChangedAt)
                .ThenBy(submission => submission.Id),
            paging,
            cancellationToken);

    /// <summary>What the secretariat has entered for others and nobody has decided yet, drafts among it; what changed last comes first.</summary>
    public static async Task<Results<Ok<Page<SubmissionSummary>>, ValidationProblem>> OnBehalfAsync(
        [AsParameters] PagingInLanguage paging, ClaimsPrincipal reader, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await PageAsync(
            db.Submissions.Where(submission => submission.OnBehalf && SubmissionStates.Open.Contains(submission.State)),
            submissions => submissions.OrderByDescending(submission => submission.ChangedAt).ThenBy(submission => submission.Id),
            paging,
            cancellationToken,
            reader);

    /// <summary>Those of one kind that the secretariat is writing; what changed last comes first.</summary>
    public static Func<PagingInLanguage, ClaimsPrincipal, CatalogueDbContext, CancellationToken, Task<Results<Ok<Page<SubmissionSummary>>, ValidationProblem>>> OfSecretariat(string kind) =>
        ([AsParameters] paging, reader, db, cancellationToken) => PageAsync(
            db.Submissions.Where(submission => submission.Kind == kind && SubmissionStates.Open.Contains(submission.State)),
            submissions => submissions.OrderByDescending(submission => submission.ChangedAt).ThenBy(submission => submission.Id),
            paging,
            cancellationToken,
            reader);

    /// <summary>Of everybody, as filtered; what has waited longest comes first.</summary>
    public static async Task<Results<Ok<Page<SubmissionSummary>>, ValidationProblem>> QueueAsync(
        [AsParameters] PagingInLanguage paging, [AsParameters] QueueFilter filter, ClaimsPrincipal reader, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (filter.Check() is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await PageAsync(
            filter.Of(db.Submissions, reader),
            submissions => submissions.OrderBy(submission => submission.WaitsSince).ThenBy(submission => submission.Id),
            paging,
            cancellationToken,
            reader);
    }

    private static async Task<Results<Ok<Page<SubmissionSummary>>, ValidationProblem>> PageAsync(
        IQueryable<Submission> submissions, Func<IQueryable<Submission>, IQueryable<Submission>> order, PagingInLanguage paging, CancellationToken cancellationToken, ClaimsPrincipal? moderator = null)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var total = await submissions.CountAsync(cancellationToken);
        var shown = await order(submissions.AsNoTracking()).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<SubmissionSummary>(total, paging.Number, paging.Size, [.. shown.Select(submission => submission.Summary(moderator))]));
    }
}
