using System.Net;
using System.Net.Sockets;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_WhenAnotherCopyHasIt_IsNamedInTheError()
    {
        var settings = RunningApplication.CreateBuilder(_folder).Settings;
        using var first = DataFolder.Claim(settings);

        var exception = Assert.Throws<DistributedApplicationException>(() => DataFolder.Claim(settings));

        Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("in use by another running copy", exception.Message, StringComparison.Ordinal);
        Assert.Contains("PFP_DATA", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_WhenReleased_CanBeClaimedAgain()
    {
        var settings = RunningApplication.CreateBuilder(_folder).Settings;
        DataFolder.Claim(settings).Dispose();

        DataFolder.Claim(settings).Dispose();
    }

    [Fact]
    public void Folder_WhenItIsAFile_SaysSo()
    {
        File.WriteAllText(_folder["file"], "");
        var settings = RunningApplication.CreateBuilder(_folder, $"--PFP_DATA={_folder["file"]}").Settings;

        var exception = Assert.Throws<DistributedApplicationException>(() => DataFolder.Claim(settings));

        Assert.Contains("cannot be written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_WhenInUse_IsNamedInTheError()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => RunningApplication.StartAsync(builder => builder.AddWebServer("web", port)));

        Assert.Equal($"Port {port} is in use, but web needs it. Stop what uses it, or choose another port with PFP_PORT.", exception.Message);
    }
}
