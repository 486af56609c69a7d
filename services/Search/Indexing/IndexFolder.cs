using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PfP.Search.Indexing;

public sealed class SearchOptions
{
    /// <summary>The folder of the embedded engine's files. It may be deleted at any time: the index is then built anew.</summary>
    [Required]
    public string IndexPath { get; set; } = "";
}

/// <summary>The files of the embedded engine: one per index ever built, and one that names the current index.</summary>
internal sealed class IndexFolder(IOptions<SearchOptions> options)
{
    // Read when used: the command that only asks for a rebuild has no such setting.
    private string Root => options.Value.IndexPath;

    private string Pointer => Path.Combine(Root, "current");

    /// <summary>The current index's file, or null.</summary>
    public string? Current()
    {
        if (!File.Exists(Pointer))
        {
            return null;
        }
        var name = File.ReadAllText(Pointer).Trim();
        return IsIndex(name) ? Path.Combine(Root, name) : null;
    }

    public string New()
    {
        Directory.CreateDirectory(Root);
        return Path.Combine(Root, $"index-{Guid.CreateVersion7():N}.db");
    }

    /// <summary>Atomically: after a crash the pointer names either the old file or the new one.</summary>
    public void MakeCurrent(string file)
    {
        var temporary = Pointer + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Path.GetFileName(file)));
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, Pointer, overwrite: true);
    }

    /// <summary>Deletes all files but the current index's: old ones, and those that were never finished.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Root))
        {
            return;
        }
        var current = Path.GetFileName(Current());
        foreach (var file in Directory.EnumerateFiles(Root, "index-*").Where(file => current is null || !Path.GetFileName(file).StartsWith(current, StringComparison.Ordinal)))
        {
            File.Delete(file);
        }
    }

    private static bool IsIndex(string name) => name.StartsWith("index-", StringComparison.Ordinal) && Path.GetFileName(name) == name;
}
