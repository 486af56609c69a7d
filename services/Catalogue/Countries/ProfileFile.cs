using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Countries;

/// <summary>A document that was sent for a country's Migration Profiles. It is public while one of them names it by its address.</summary>
internal sealed class ProfileFile : StoredFile
{
    /// <summary>How long it waits for a profile that names it.</summary>
    public static readonly TimeSpan ToBeNamed = TimeSpan.FromDays(1);

    private ProfileFile()
    {
    }

    public ProfileFile(string country, FileUpload upload, DateTimeOffset at)
        : base(upload, at) => Country = country;

    public string Country { get; private init; } = "";

    /// <returns>The file that an address leads to; null for one that leads elsewhere.</returns>
    public static (Guid Id, string Name)? At(string url) => FileAddress.Parse(MigrationProfiles.FilesAddress, url);
}
