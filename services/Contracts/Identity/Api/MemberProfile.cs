namespace PfP.Contracts.Identity.Api;

/// <summary>A member's profile as this reader may see it: a field that is hidden from them is null, as one that is not filled in.</summary>
/// <param name="About">Plain text in paragraphs.</param>
public sealed record MemberProfile(
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
    IReadOnlyList<string> Seeks,
    string? About,
    string? Email,
    string? Telephone)
{
    /// <summary>True on the reader's own profile.</summary>
    public bool Own { get; init; }

    /// <summary>True where only the secretariat finds them.</summary>
    public bool Hidden { get; init; }

    /// <summary>Who may see what; null for everybody but the member and the secretariat.</summary>
    public ProfileVisibility? Visibility { get; init; }

    /// <summary>What there is between the reader and them: the open introduction, or the last one that was accepted.</summary>
    public IntroductionLink? Introduction { get; init; }
}

/// <summary>Each <c>members</c> or <c>secretariat</c>.</summary>
/// <param name="Position">Of position and unit.</param>
public sealed record ProfileVisibility(string Email, string Telephone, string Position, string About);

/// <param name="State">open or accepted.</param>
/// <param name="Incoming">True where the reader is the one who was asked.</param>
public sealed record IntroductionLink(Guid Id, string State, bool Incoming, Guid? ThreadId);
