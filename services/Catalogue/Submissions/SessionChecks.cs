using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

internal static class SessionChecks
{
    /// <summary>What a session or recommendation names and the catalogue does not have, among what is new in it: what was published stays so.</summary>
    public static async Task<IReadOnlyList<Breach>> WrongInSessionAsync(this CatalogueDbContext db, Submission session, CancellationToken cancellationToken)
    {
        string[] named = session.Kind != SubmissionKinds.Session ? [] : [.. TypedPresentation.AllIn(session.Form).Select(presentation => presentation.Key!).Except(session.Base is { } published ? TypedPresentation.AllIn(published).Select(presentation => presentation.Key!) : []).Distinct()];
        var summit = session.Form.Summit == session.Base?.Summit ? null : Typed.Number(session.Form.Summit);
        var isSummitKnown = summit is not { } number || await db.Summits.AnyAsync(known => known.Number == number, cancellationToken);
        var known = named.Length == 0 ? 0 : await db.Keys.Where(key => named.Contains(key.Key) && db.Entries.Public().Any(entry => entry.Id == key.TargetId)).CountAsync(cancellationToken);
        return
        [
            .. Breach.Require("summit", isSummitKnown, "There is no such summit."),
            .. Breach.Require("presentations", known == named.Length, "One of the practices and policy tools is not public."),
        ];
    }
}
