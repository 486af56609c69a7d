using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Connection strings and addresses of the running application, as KEY=VALUE lines, for operators' commands that run
/// beside it. There only while the application runs.
/// </summary>
internal sealed class EnvironmentFile(HostSettings settings)
{
    private static readonly string[] s_ownToEachProcess = ["OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES", "ASPNETCORE_URLS"];

    public async Task WriteAsync(ResourceRegistry registry, LaunchPlanner planner, string dashboardUrl, CancellationToken cancellationToken)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["DASHBOARD_URL"] = dashboardUrl };
        foreach (var instance in registry.Instances.Where(instance => instance.Resource is ProjectResource))
        {
            foreach (var (name, value) in await planner.GetEnvironmentAsync(instance, cancellationToken))
            {
                variables[name] = value;
            }
        }

        foreach (var name in s_ownToEachProcess)
        {
            variables.Remove(name);
        }

        foreach (var endpoint in registry.Instances.SelectMany(instance => instance.Resource.GetEndpoints()).Where(endpoint => endpoint.IsExternal))
        {
            variables[$"{endpoint.ServiceName.Split('-')[0].ToUpperInvariant()}_URL"] = endpoint.Url;
        }

        OwnerOnlyFile.Write(settings.EnvironmentFile, string.Concat(variables.Select(variable => $"{variable.Key}={variable.Value}\n")));
    }

    public void Delete() => File.Delete(settings.EnvironmentFile);
}
