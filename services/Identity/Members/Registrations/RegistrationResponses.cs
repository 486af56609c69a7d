using PfP.Contracts.Identity.Api;

namespace PfP.Identity.Members.Registrations;

internal static class RegistrationResponses
{
    public static RegistrationResponse Of(Member member) => new(
        member.Id, member.Version, MemberStates.Name(member.State), member.Name, member.Email, member.Affiliation.Country, member.Affiliation.Organisation,
        member.Affiliation.Type, member.Affiliation.Unit, member.Affiliation.Position, member.RoleAsked, member.Statement, member.Affiliation.Entity, member.Entity,
        member.Roles, member.Language, member.RegisteredAt, member.DecidedAt, member.Reason, member.ExpiresAt);
}
