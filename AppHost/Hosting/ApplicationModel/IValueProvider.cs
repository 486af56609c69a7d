namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only once the application runs: a port, a generated password, a connection string.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}
