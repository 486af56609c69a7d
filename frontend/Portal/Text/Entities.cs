using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Text;

/// <summary>How a person's country or organisation is called on a page.</summary>
internal static class Entities
{
    /// <summary>Whom they act for, or would.</summary>
    public static string Name(RegistrationResponse person) => Name(person.Entity) ?? Name(person.Country, person.Organisation);

    public static string Name(MemberName member) => Name(member.Country, member.Organisation);

    /// <summary>A government is known by its country, anybody else by the organisation.</summary>
    public static string Name(string? country, string? organisation) => organisation ?? (country is null ? "" : Labels.Country(country));

    public static string? Name(string? entity) => EntityKeys.Country(entity) is { } code ? Labels.Country(code) : EntityKeys.Organisation(entity);
}
