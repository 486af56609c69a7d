using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath)
    {
        var project = new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory));
        var assembly = FindAssembly(project.ProjectPath, builder.AppHostDirectory);
        return builder.AddResource(project)
            .WithAnnotation(new CommandLineArgsCallbackAnnotation(context => context.Args.Insert(0, RequireBuilt(assembly))))
            .WithAnnotation(new EnvironmentCallbackAnnotation(AddAspNetCoreEnvironment));
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.WithAnnotation(new ReplicaAnnotation(replicas));

    /// <summary>The project's output has the same configuration and framework as the running AppHost: bin/&lt;Configuration&gt;/&lt;framework&gt;.</summary>
    private static string FindAssembly(string projectPath, string appHostDirectory)
    {
        var output = Path.GetRelativePath(appHostDirectory, AppContext.BaseDirectory);
        return Path.Combine(Path.GetDirectoryName(projectPath)!, output, $"PfP.{Path.GetFileNameWithoutExtension(projectPath)}.dll");
    }

    private static string RequireBuilt(string assembly) => File.Exists(assembly)
        ? assembly
        : throw new DistributedApplicationException($"{assembly} has not been built.");

    private static void AddAspNetCoreEnvironment(EnvironmentCallbackContext context)
    {
        var environment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Development";
        context.EnvironmentVariables["DOTNET_ENVIRONMENT"] = environment;
        context.EnvironmentVariables["ASPNETCORE_ENVIRONMENT"] = environment;
        var urls = context.Resource.GetEndpoints().Where(endpoint => endpoint.IsHttp).Select(endpoint => $"{endpoint.UriScheme}://localhost:{endpoint.TargetPortTemplate}");
        context.EnvironmentVariables["ASPNETCORE_URLS"] = string.Join(';', urls);
    }
}
