using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>Sessions and recommendations, which nobody reviews, name what the catalogue has to have.</summary>
internal static class UnknownNames
{
    /// <summary>What one of them names and the catalogue does not have, among what is new in it: what was published stays so.</summary>
    public static async Task<IReadOnlyList<Breach>> UnknownInAsync(this CatalogueDbContext db, Submission submission, CancellationToken cancellationToken)
    {
        string[] named = submission.Kind == SubmissionKinds.Session ? [.. KeysIn(submission.Form).Except(submission.Base is { } published ? KeysIn(published) : []).Distinct()] : [];
        var summit = submission.Form.Summit == submission.Base?.Summit ? null : Typed.Number(submission.Form.Summit);
        var isSummitKnown = summit is not { } number || await db.Summits.AnyAsync(known => known.Number == number, cancellationToken);
        var known = named.Length == 0 ? 0 : await db.Keys.Where(key => named.Contains(key.Key) && db.Entries.Public().Any(entry => entry.Id == key.TargetId)).CountAsync(cancellationToken);
        return
        [
            .. Breach.Require("summit", isSummitKnown, "There is no such summit."),
            .. Breach.Require("presentations", known == named.Length, "One of the practices and policy tools is not public."),
        ];
    }

    private static IEnumerable<string> KeysIn(SubmissionForm session) => TypedPresentation.AllIn(session).Select(presentation => presentation.Key!);
}
