using System.ComponentModel.DataAnnotations;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>Section <c>SharedKeys</c>.</summary>
public sealed class SharedKeyOptions
{
    public const string Section = "SharedKeys";

    /// <summary>Seals the keys in the database: who reads that alone, or a backup of it, reads no session. The same for all who share them.</summary>
    [Required, MinLength(32)]
    public string Secret { get; set; } = "";
}
