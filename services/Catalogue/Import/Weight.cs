namespace PfP.Catalogue.Import;

/// <summary>Which role is kept where merged records give a country or organisation several.</summary>
internal static class Weight
{
    private static readonly string[] CountryRoles = ["lead", "partner", "origin", "destination", "transit", "funder", "mentioned"];
    private static readonly string[] OrganisationRoles = ["lead", "partner", "mentioned"];

    public static int OfCountryRole(string role) => Array.IndexOf(CountryRoles, role);

    public static int OfOrganisationRole(string role) => Array.IndexOf(OrganisationRoles, role);
}
