namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this solution, started from what the build made of it.</summary>
public sealed class ProjectResource(string name, string projectPath)
    : ExecutableResource(name, "dotnet", Path.GetDirectoryName(projectPath)!), IResourceWithServiceDiscovery
{
    internal string ProjectPath => projectPath;
}
