using System.Globalization;

namespace PfP.Chaos.Processes;

/// <summary>One of the product's own services, as it was built with this program.</summary>
internal sealed class Service(string name, string project, Stage stage, IReadOnlyDictionary<string, string> environment) : IDisposable
{
    // Where its appsettings.json is.
    private readonly string folder = Path.Combine(Repository.Root, project);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };

    public Uri Address { get; } = new($"http://127.0.0.1:{stage.FreePort().ToString(CultureInfo.InvariantCulture)}");

    public Supervised Process => field ??= new Supervised(name, Serve, token => IsOkAsync("/health/ready", token), token => IsOkAsync("/health/live", token), stage);

    /// <summary>One of its operator commands, with the configuration it runs with.</summary>
    public Command Operator(params string[] arguments) => new("dotnet", [Repository.AssemblyOf(project), .. arguments], environment) { Folder = folder };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Process.StartAsync();
        await Process.UntilReadyAsync(TimeSpan.FromSeconds(60), cancellationToken);
    }

    /// <summary>What it says about its readiness, in its own words.</summary>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return $"{name}: {await answer.Content.ReadAsStringAsync(cancellationToken)}";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return $"{name}: {exception.Message}";
        }
    }

    public void Dispose() => http.Dispose();

    private Command Serve() =>
        Operator() with { Environment = new Dictionary<string, string>(environment) { ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/') } };

    private async Task<bool> IsOkAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(Address, path), cancellationToken);
        return answer.IsSuccessStatusCode;
    }
}
