using System.Globalization;

namespace Aspire.Hosting;

/// <summary>The folder of this copy's data. Only one running copy may have it.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Servers that run as a user of their own must get through to their folders, without seeing what else is there.</summary>
    private const UnixFileMode Traversable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>EWOULDBLOCK, of the lock that <see cref="FileShare.None"/> is on Linux.</summary>
    private const int LockedByAnother = 11;

    private readonly FileStream _lock;

    private DataFolder(FileStream heldLock) => _lock = heldLock;

    public static DataFolder Claim(HostSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            File.SetUnixFileMode(settings.DataFolder, Traversable);
            Directory.CreateDirectory(settings.RunFolder, OwnerOnly);
            var claim = new FileStream(Path.Combine(settings.RunFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            claim.SetLength(0);
            claim.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            claim.Flush();
            return new DataFolder(claim);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException { HResult: not LockedByAnother })
        {
            throw new DistributedApplicationException($"The data folder {settings.DataFolder} cannot be written: {exception.Message} Choose another one with PFP_DATA.", exception);
        }
        catch (IOException exception) when (exception.HResult == LockedByAnother)
        {
            throw new DistributedApplicationException(
                $"The data folder {settings.DataFolder} is in use by another running copy. Stop that one, or give this one a folder of its own with PFP_DATA (and a port with PFP_PORT).", exception);
        }
    }

    public void Dispose() => _lock.Dispose();
}
