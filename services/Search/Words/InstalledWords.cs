namespace PfP.Search.Words;

/// <summary>
/// The meanings that every query of this process is read with: the committed ones at once, those of the machine's dictionaries when they
/// have been read.
/// </summary>
internal static class InstalledWords
{
    /// <summary>Where Debian's packages dict-freedict-* put them.</summary>
    public const string Folder = "/usr/share/dictd";

    private static volatile Meanings meanings = Meanings.Committed;

    public static Meanings Meanings => meanings;

    public static void Load(string folder) => meanings = new Meanings(Dictionaries.Load(folder));
}
