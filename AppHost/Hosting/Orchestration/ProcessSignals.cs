using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

internal static partial class ProcessSignals
{
    private const int NoSuchProcess = 3;

    public static void Send(long pid, PosixSignal signal) => Kill(pid, signal switch
    {
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGTERM => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(signal)),
    });

    public static void Kill(long pid) => Kill(pid, 9);

    /// <summary>With all its descendants.</summary>
    public static void KillTree(long? pid)
    {
        if (pid is { } id && Exists(id))
        {
            using var process = Process.GetProcessById((int)id);
            process.Kill(entireProcessTree: true);
        }
    }

    public static bool Exists(long pid) => Directory.Exists($"/proc/{pid}");

    private static void Kill(long pid, int number)
    {
        if (SendSignal((int)pid, number) != 0 && Marshal.GetLastPInvokeError() is not NoSuchProcess and var error)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
