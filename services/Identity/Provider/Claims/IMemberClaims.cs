namespace PfP.Identity.Provider.Claims;

internal interface IMemberClaims
{
    ValueTask<MemberClaims?> OfAsync(Guid sub, CancellationToken cancellationToken);
}

internal sealed record MemberClaims(string Name, IReadOnlyList<string> Roles, string? Entity, string Locale, string ZoneInfo);
