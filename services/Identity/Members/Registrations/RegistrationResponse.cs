namespace PfP.Identity.Members.Registrations;

/// <param name="State">unconfirmed, waiting, approved, refused or ended.</param>
/// <param name="EntityProposed">Whom they would act for, as it follows from what they say.</param>
internal sealed record RegistrationResponse(
    Guid Id, int Version, string State, string Name, string Email, string? Country, string? Organisation, string OrganisationType, string? Unit, string? Position,
    string? RoleAsked, string? Statement, string? EntityProposed, string? Entity, IReadOnlyList<string> Roles, string Language, DateTimeOffset RegisteredAt,
    DateTimeOffset? DecidedAt, string? Reason, DateTimeOffset? ExpiresAt)
{
    public static RegistrationResponse Of(Member member) => new(
        member.Id, member.Version, MemberStates.Name(member.State), member.Name, member.Email, member.Affiliation.Country, member.Affiliation.Organisation,
        member.Affiliation.Type, member.Affiliation.Unit, member.Affiliation.Position, member.RoleAsked, member.Statement, member.Affiliation.Entity, member.Entity,
        member.Roles, member.Language, member.RegisteredAt, member.DecidedAt, member.Reason, member.ExpiresAt);
}
