using System.Security.Claims;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Text;

internal static class EntryOwners
{
    /// <summary>Whether the reader is of those who answer for it: the secretariat where nobody else does.</summary>
    public static bool IsOf(this EntryResponse entry, ClaimsPrincipal reader) => entry.Owner is { } owner ? owner == reader.Entity() : reader.IsStaff();

    /// <summary>How the country or organisation that answers for it is called; null where nobody does.</summary>
    public static string? Name(EntryResponse entry) => EntityKeys.Organisation(entry.Owner) is { } slug
        ? entry.Organisations.FirstOrDefault(organisation => organisation.Slug == slug)?.Name ?? slug
        : Entities.Name(entry.Owner);
}
