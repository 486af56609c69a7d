using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>Works out what to start: program, arguments and environment, with all references filled in.</summary>
internal sealed class LaunchPlanner(TelemetryTarget telemetry)
{
    public async Task<DcpExecutable> PlanAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var resource = (ExecutableResource)instance.Resource;
        var environment = await GetEnvironmentAsync(instance, cancellationToken);
        return new DcpExecutable(
            FindProgram(resource.Command),
            resource.WorkingDirectory,
            await GetArgumentsAsync(resource, cancellationToken),
            [.. environment.Select(variable => new DcpVariable(variable.Key, variable.Value))]);
    }

    public static IReadOnlyList<DcpServiceProducer> GetServedPorts(IResource resource) =>
        [.. resource.GetEndpoints().Where(endpoint => endpoint.IsProxied).Select(endpoint => new DcpServiceProducer(endpoint.ServiceName))];

    public async Task<Dictionary<string, string>> GetEnvironmentAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(instance.Resource);
        if (instance.Resource is ProjectResource)
        {
            foreach (var (name, value) in telemetry.Environment(instance))
            {
                context.EnvironmentVariables[name] = value;
            }
        }

        foreach (var endpoint in instance.Resource.GetEndpoints().Where(endpoint => endpoint.TargetPortEnvironmentVariable is not null))
        {
            context.EnvironmentVariables[endpoint.TargetPortEnvironmentVariable!] = endpoint.TargetPortTemplate;
        }

        foreach (var annotation in instance.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            annotation.Callback(context);
        }

        var rendered = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            rendered[name] = await RenderAsync(value, cancellationToken);
        }

        return rendered;
    }

    private static async Task<IReadOnlyList<string>> GetArgumentsAsync(ExecutableResource resource, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext();
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            annotation.Callback(context);
        }

        var rendered = new List<string>();
        foreach (var argument in context.Args)
        {
            rendered.Add(await RenderAsync(argument, cancellationToken));
        }

        return rendered;
    }

    private static async ValueTask<string> RenderAsync(object value, CancellationToken cancellationToken) =>
        value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) ?? "" : value.ToString() ?? "";

    /// <summary>DCP wants the path of a program, not its name.</summary>
    private static string FindProgram(string command)
    {
        if (command.Contains('/'))
        {
            return command;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"The program '{command}' is not on the PATH.");
    }
}
