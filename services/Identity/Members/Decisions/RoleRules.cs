using System.Security.Claims;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Decisions;

/// <summary>Which role somebody may give, and what it needs.</summary>
internal static class RoleRules
{
    public static Dictionary<string, string[]> Problems(string? role, string? entity, ClaimsPrincipal by)
    {
        var problems = new Dictionary<string, string[]>();
        if (!Roles.All.Contains(role))
        {
            problems["role"] = [$"role must be one of {string.Join(", ", Roles.All)}."];
        }
        else if (Roles.IsStaff(role) && !by.IsInRole(Roles.Administrator))
        {
            problems["role"] = ["Only an administrator appoints moderators and administrators."];
        }

        if (entity is null ? role == Roles.FocalPoint : !Affiliation.IsEntity(entity))
        {
            problems["entity"] = ["entity must name a country or an organisation: country:MD, organisation:iom."];
        }

        return problems;
    }
}
