using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.LocalServers;

/// <summary>Servers that are installed on this machine, started with data folders of our own.</summary>
internal static class LocalServer
{
    /// <summary>The shell scripts that know how a server wants to be started stand beside the program.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Hosting", "LocalServers", $"{name}.bash");

    /// <summary>Uses the server that the configuration gives instead of starting one; false if it gives none.</summary>
    public static bool UseGivenConnectionString<T>(this IResourceBuilder<T> builder, string? connectionName = null) where T : IResource
    {
        if (builder.ApplicationBuilder.Configuration[$"ConnectionStrings:{connectionName ?? builder.Resource.Name}"] is not { Length: > 0 } given)
        {
            return false;
        }

        builder.WithAnnotation(new GivenConnectionStringAnnotation(ReferenceExpression.Create($"{given}")));
        return true;
    }
}
