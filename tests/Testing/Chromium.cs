namespace PfP.Testing;

/// <summary>Debian's Chromium without windows: the one with them draws its own toolbars for every page, which takes longer than our pages do.</summary>
public static class Chromium
{
    public const string Path = "/usr/bin/chromium-headless-shell";

    public static bool IsInstalled => File.Exists(Path);
}
