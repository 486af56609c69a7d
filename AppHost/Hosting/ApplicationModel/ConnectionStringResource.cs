namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that somebody else runs, known by its connection string.</summary>
public sealed class ConnectionStringResource(string name, ReferenceExpression connectionString) : Resource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => connectionString;
}
