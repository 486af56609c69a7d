namespace PfP.Contracts.Identity.Api;

/// <summary>A member as the directory lists them. No list ever has an address or a telephone number.</summary>
/// <param name="OrganisationType">Of the vocabulary organisation-types.</param>
/// <param name="Unit">Ministry, agency or department; null where the reader may not see it, as <paramref name="Position"/>.</param>
/// <param name="Entity">Whom they act for: <c>country:MD</c>, <c>organisation:iom</c>.</param>
/// <param name="Languages">Spoken, of the vocabulary spoken-languages.</param>
/// <param name="Offers">Themes in which they offer experience.</param>
/// <param name="Seeks">Themes in which they look for it.</param>
public sealed record MemberSummary(
    Guid Id,
    string Name,
    string? Country,
    string? Organisation,
    string OrganisationType,
    string? Unit,
    string? Position,
    string? Entity,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Offers,
    IReadOnlyList<string> Seeks)
{
    /// <summary>True where only the secretariat finds them.</summary>
    public bool Hidden { get; init; }
}

/// <summary>Who somebody is, wherever a name is enough. What is said of a person who has left is null instead.</summary>
public sealed record MemberName(Guid Id, string Name, string? Country, string? Organisation);

/// <summary>A member with whom an exchange would be worth it.</summary>
/// <param name="TheyOffer">Themes that the reader looks for and they offer.</param>
/// <param name="TheySeek">Themes that the reader offers and they look for.</param>
public sealed record SuggestedPeer(MemberSummary Member, IReadOnlyList<string> TheyOffer, IReadOnlyList<string> TheySeek);
