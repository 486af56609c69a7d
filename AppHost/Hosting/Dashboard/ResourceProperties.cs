using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Orchestration;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Hosting.Dashboard;

/// <summary>The details of a resource, under the names by which the dashboard knows them.</summary>
internal static class ResourceProperties
{
    public static async ValueTask<IReadOnlyList<Property>> CreateAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var (resource, properties) = (instance.Resource, new List<Property>());
        if (resource.IsProcess())
        {
            AddProcess((ExecutableResource)resource, instance.Snapshot, properties);
        }

        if (resource is IResourceWithParent child)
        {
            properties.Add(Create("resource.parentName", Value.ForString(child.Parent.Name)));
        }

        if (resource is ProjectResource project)
        {
            properties.Add(Create("project.path", Value.ForString(project.ProjectPath)));
        }

        // Not of a server's databases: by the address in it the dashboard names what a span leads to, and would take one of them for all.
        if (resource is IResourceWithConnectionString server and not IResourceWithParent && instance.Snapshot.IsRunning)
        {
            var connectionString = await server.GetValueAsync(cancellationToken);
            properties.Add(Create("resource.connectionString", Value.ForString(connectionString ?? ""), sensitive: true));
        }

        if (resource is ParameterResource parameter && instance.Snapshot.IsRunning)
        {
            var value = await parameter.GetValueAsync(cancellationToken);
            properties.Add(Create("Value", Value.ForString(value ?? ""), sensitive: parameter.Secret));
        }

        return properties;
    }

    private static void AddProcess(ExecutableResource resource, ResourceSnapshot snapshot, List<Property> properties)
    {
        properties.Add(Create("executable.path", Value.ForString(resource.Command)));
        properties.Add(Create("executable.workDir", Value.ForString(resource.WorkingDirectory)));
        properties.Add(Create("executable.args", Value.ForList([.. snapshot.Arguments.Select(Value.ForString)])));
        if (snapshot.Pid is { } pid)
        {
            properties.Add(Create("executable.pid", Value.ForString(pid.ToString(CultureInfo.InvariantCulture))));
        }

        if (snapshot.ExitCode is { } exitCode)
        {
            properties.Add(Create("resource.exitCode", Value.ForNumber(exitCode)));
        }
    }

    private static Property Create(string name, Value value, bool sensitive = false) => new() { Name = name, Value = value, IsSensitive = sensitive };
}
