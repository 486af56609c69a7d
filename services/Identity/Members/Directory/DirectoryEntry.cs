namespace PfP.Identity.Members.Directory;

/// <summary>What a member adds for the directory, and who may see it.</summary>
internal sealed record DirectoryEntry
{
    public string? Telephone { get; init; }

    public string? About { get; init; }

    /// <summary>Spoken, of the vocabulary spoken-languages.</summary>
    public string[] Languages { get; init; } = [];

    /// <summary>Themes in which they offer experience.</summary>
    public string[] Offers { get; init; } = [];

    /// <summary>Themes in which they look for it.</summary>
    public string[] Seeks { get; init; } = [];

    /// <summary>Only the secretariat finds them.</summary>
    public bool Hidden { get; init; }

    public string EmailVisibility { get; init; } = Visibility.Secretariat;

    public string TelephoneVisibility { get; init; } = Visibility.Secretariat;

    /// <summary>Of position and unit.</summary>
    public string PositionVisibility { get; init; } = Visibility.Members;

    public string AboutVisibility { get; init; } = Visibility.Members;
}

/// <summary>Who may see a field; its owner always does, and the secretariat.</summary>
internal static class Visibility
{
    public const string Members = "members";
    public const string Secretariat = "secretariat";

    public static readonly string[] All = [Members, Secretariat];
}
