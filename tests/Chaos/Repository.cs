namespace PfP.Chaos;

/// <summary>The checkout that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>An assembly of the product; it lies in its project's folder where ours does in ours: bin/Release/net10.0.</summary>
    public static string AssemblyOf(string project)
    {
        var output = Path.GetRelativePath(Path.Combine(Root, "tests", "Chaos"), AppContext.BaseDirectory);
        var name = Path.GetFileName(project);
        return Path.Combine(Root, project, output, $"PfP.{char.ToUpperInvariant(name[0])}{name[1..]}.dll");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PfP.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This program runs from the folder it was built in, below PfP.sln.");
        }

        return folder.FullName;
    }
}
