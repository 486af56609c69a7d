namespace PfP.Identity.Members.Invitations;

/// <summary>One line of a list of people to invite.</summary>
/// <param name="Country">Alpha-2; makes them the government's, unless an organisation is named.</param>
/// <param name="Role">member or focal_point.</param>
/// <param name="Language">en, fr or es; English where it is left out.</param>
internal sealed record InvitationRow(string? Name, string? Email, string? Country, string? Organisation, string? Role, string? Language);
