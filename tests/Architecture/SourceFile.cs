using PfP.Testing;

namespace PfP.Architecture;

/// <summary>A file of the product, as it is in the repository.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Folders = ["ServiceDefaults", "services", "gateway", "frontend"];

    public static IEnumerable<SourceFile> All(params string[] extensions) =>
        from folder in Folders
        from path in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        let relative = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where extensions.Contains(System.IO.Path.GetExtension(path))
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        where !relative.Contains("/node_modules/", StringComparison.Ordinal)
        select new SourceFile(relative, File.ReadAllText(path));
}
