namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside (configuration section <c>Parameters</c>) or a default of it.</summary>
public sealed class ParameterResource(string name, Func<string> value, bool secret) : Resource(name), IValueProvider
{
    private readonly Lazy<string> _value = new(value);

    public bool Secret => secret;

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(_value.Value);
}
