using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Chains;

/// <summary>Who may say what came out of what: the secretariat, and the country or organisation that answers for one of the two ends. Never a person.</summary>
internal static class ChainRights
{
    public static bool Speaks(this Contributor contributor, ChainEnd end) => contributor.IsStaff || (contributor.Entity is { } entity && entity == end.Owner);

    public static string SaysAs(this Contributor contributor) => contributor.IsStaff ? Submission.Secretariat : contributor.Entity!;

    public static bool MayWithdraw(this Contributor contributor, ChainLink link) => contributor.IsStaff || contributor.Entity == link.SaidBy;

    public static AuditRecord Record(this ChainLink link, string actor, string action, DateTimeOffset at) => new(at, actor, action, "chain", link.Id, link.Version, []);
}
