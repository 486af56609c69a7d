using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PfP.AppHost.Tests.Support;

internal static class ProcessTable
{
    public static IEnumerable<(int Id, string Command)> WithVariable(string name, string value)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            if (Read(folder, "environ").Split('\0').Contains($"{name}={value}"))
            {
                yield return (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), Read(folder, "cmdline").Replace('\0', ' '));
            }
        }
    }

    public static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Empty for a process that has gone, or is somebody else's.</summary>
    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file), Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
