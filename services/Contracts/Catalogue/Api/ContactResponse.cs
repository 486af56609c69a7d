namespace PfP.Contracts.Catalogue.Api;

/// <summary>Whom members may ask about an entry; in no public answer and in no event.</summary>
/// <param name="Name">Of the office.</param>
public sealed record ContactResponse(string Name, string Email, string? Phone);
