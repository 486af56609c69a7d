namespace PfP.Contracts.Identity.Api;

/// <summary>Somebody who asked to join, as the secretariat sees them.</summary>
/// <param name="Version">What a decision needs as its If-Match.</param>
/// <param name="State">unconfirmed, waiting, approved, refused or ended.</param>
/// <param name="EntityProposed">Whom they would act for, as it follows from what they say.</param>
public sealed record RegistrationResponse(
    Guid Id,
    int Version,
    string State,
    string Name,
    string Email,
    string? Country,
    string? Organisation,
    string OrganisationType,
    string? Unit,
    string? Position,
    string? RoleAsked,
    string? Statement,
    string? EntityProposed,
    string? Entity,
    IReadOnlyList<string> Roles,
    string Language,
    DateTimeOffset RegisteredAt,
    DateTimeOffset? DecidedAt,
    string? Reason,
    DateTimeOffset? ExpiresAt);
