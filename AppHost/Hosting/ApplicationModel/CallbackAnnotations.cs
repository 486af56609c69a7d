namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds environment variables when a process is about to start; values are strings or <see cref="IValueProvider"/>s.</summary>
public sealed class EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback) : IResourceAnnotation
{
    public Action<EnvironmentCallbackContext> Callback => callback;
}

public sealed class EnvironmentCallbackContext(IResource resource)
{
    public IResource Resource => resource;

    public Dictionary<string, object> EnvironmentVariables { get; } = [];
}

/// <summary>Adds arguments when a process is about to start; values are strings or <see cref="IValueProvider"/>s.</summary>
public sealed class CommandLineArgsCallbackAnnotation(Action<CommandLineArgsCallbackContext> callback) : IResourceAnnotation
{
    public Action<CommandLineArgsCallbackContext> Callback => callback;
}

public sealed class CommandLineArgsCallbackContext
{
    public IList<object> Args { get; } = [];
}
