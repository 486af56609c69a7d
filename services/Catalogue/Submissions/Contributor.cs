using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Submissions;

/// <summary>The member who asks, as a parameter of a handler.</summary>
/// <param name="Id">Of the member.</param>
/// <param name="Entity">The country or organisation for which they act; null for who acts for none.</param>
internal sealed record Contributor(Guid Id, string? Entity, bool IsStaff)
{
    /// <summary>How the audit records name them.</summary>
    public string Actor => $"member:{Id}";

    public static ValueTask<Contributor> BindAsync(HttpContext context)
    {
        var user = context.User;
        var id = user.MemberId() ?? throw new BadHttpRequestException("This is for members.", StatusCodes.Status403Forbidden);
        return new(new Contributor(id, user.Entity(), user.IsStaff()));
    }

    /// <summary>Whether its text is theirs to write.</summary>
    public bool Owns(Submission submission) => submission.OnBehalf ? IsStaff : submission.Owner == Entity;

    /// <summary>What they may see of it: all that is their own, and of the other side's all but drafts. To anybody else it is not there.</summary>
    public Task<Submission?> FindAsync(CatalogueDbContext db, Guid id, CancellationToken cancellationToken) => db.Submissions
        .Include(submission => submission.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
        .FirstOrDefaultAsync(
            submission => submission.Id == id
                && ((submission.Owner == Entity && !submission.OnBehalf) || (IsStaff && submission.OnBehalf)
                    || ((submission.Owner == Entity || IsStaff) && submission.State != SubmissionStates.Draft)),
            cancellationToken);
}
