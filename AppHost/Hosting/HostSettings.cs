using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Where this copy of the application keeps its data, which ports it takes, and where the orchestrator's programs are.</summary>
internal sealed class HostSettings(IConfiguration configuration, string appHostDirectory)
{
    private const int DefaultPort = 8080;
    private const int DashboardPortOffset = 10;
    private const string BundlePackage = "node_modules/@microsoft/aspire-cli-linux-x64/bundle";

    public string AppHostDirectory => appHostDirectory;

    /// <summary>When the command began that led here, so that the seconds shown count from there.</summary>
    public DateTimeOffset StartedAt { get; } = double.TryParse(configuration["PFP_STARTED"], CultureInfo.InvariantCulture, out var seconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
        : DateTimeOffset.UtcNow;

    /// <summary>The public port; the dashboard's follows from it, so that copies that differ in it run side by side.</summary>
    public int Port { get; } = int.TryParse(configuration["PFP_PORT"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : DefaultPort;

    public bool HasDashboard { get; init; } = true;

    public int DashboardPort => Port + DashboardPortOffset;

    public string DashboardUrl => $"http://localhost:{DashboardPort}";

    public string DataFolder { get; } = Path.GetFullPath(configuration["PFP_DATA"] is { Length: > 0 } folder ? folder : DefaultDataFolder());

    public string RunFolder => Path.Combine(DataFolder, "run");

    public string EnvironmentFile => Path.Combine(RunFolder, "environment");

    public string DcpPath => Path.Combine(Bundle, "dcp", "dcp");

    public string DashboardPath => Path.Combine(Bundle, "managed", "aspire-managed");

    private string Bundle => configuration["ASPIRE_BUNDLE"] is { Length: > 0 } folder ? folder : FindBundle();

    private static string DefaultDataFolder() => Environment.IsPrivilegedProcess
        ? "/var/lib/pfp"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "pfp");

    /// <summary>"aspire setup" unpacks the programs beside itself, in the npm package that the repository's package.json pins.</summary>
    private string FindBundle()
    {
        for (var folder = new DirectoryInfo(appHostDirectory); folder is not null; folder = folder.Parent)
        {
            var bundle = Path.Combine(folder.FullName, BundlePackage);
            if (File.Exists(Path.Combine(bundle, "dcp", "dcp")))
            {
                return bundle;
            }
        }

        throw new DistributedApplicationException(
            $"The orchestrator and the dashboard are not unpacked: no {BundlePackage} at or above {appHostDirectory}. './pfp up' does it ('npm ci', then the package's 'bin/aspire setup').");
    }
}
