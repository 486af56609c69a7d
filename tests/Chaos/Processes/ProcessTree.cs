using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PfP.Chaos.Processes;

/// <summary>Signals to a process that this program started, and to what that one started. To no other.</summary>
internal static partial class ProcessTree
{
    private const int Kill9 = 9;
    private const int Continue = 18;
    private const int Stop = 19;

    public static void Kill(Process root) => Signal(root, Kill9);

    public static void Pause(Process root) => Signal(root, Stop);

    public static void Resume(Process root) => Signal(root, Continue);

    // The root is our own child and has not ended. What is below it is read while it is still the parent; those that
    // end with it are left alone, whoever may have their number by then.
    private static void Signal(Process root, int signal)
    {
        if (root.HasExited)
        {
            return;
        }

        var below = Below(root.Id);
        _ = SendSignal(root.Id, signal);
        foreach (var (id, started) in below.Where(child => StartOf(child.Id) == child.Started))
        {
            _ = SendSignal(id, signal);
        }
    }

    private static List<(int Id, string Started)> Below(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Fields: Fields(id)))
            .Where(entry => entry.Fields.Length > 19)
            .ToLookup(entry => entry.Fields[1], entry => (entry.Id, Started: entry.Fields[19]));
        var found = new List<(int Id, string Started)>();
        var open = new Queue<int>([root]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in children[parent.ToString(CultureInfo.InvariantCulture)])
            {
                found.Add(child);
                open.Enqueue(child.Id);
            }
        }

        return found;
    }

    private static string? StartOf(int id) => Fields(id) is { Length: > 19 } fields ? fields[19] : null;

    // The fields of /proc/ID/stat after the command, which is in brackets and may hold anything: state, parent, …
    private static string[] Fields(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int id, int signal);
}
