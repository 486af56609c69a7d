namespace PfP.ServiceDefaults.Authentication;

/// <summary>The values of <see cref="MemberPrincipal.EntityClaim"/>: <c>country:MD</c>, <c>organisation:iom</c>.</summary>
public static class EntityKeys
{
    private const string CountryPrefix = "country:";
    private const string OrganisationPrefix = "organisation:";

    public static string OfCountry(string code) => CountryPrefix + code;

    public static string OfOrganisation(string key) => OrganisationPrefix + key;

    /// <summary>The alpha-2 code, where it is a country.</summary>
    public static string? Country(string? entity) => After(CountryPrefix, entity);

    /// <summary>The key, where it is an organisation.</summary>
    public static string? Organisation(string? entity) => After(OrganisationPrefix, entity);

    private static string? After(string prefix, string? entity) =>
        entity is not null && entity.StartsWith(prefix, StringComparison.Ordinal) ? entity[prefix.Length..] : null;
}
