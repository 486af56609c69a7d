namespace PfP.Identity.Members;

/// <summary>What somebody says who asks to become a member.</summary>
internal sealed record RegistrationDetails(string Name, string Email, string Language, Affiliation Affiliation, string RoleAsked, string Statement);
