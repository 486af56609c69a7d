namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server: this machine's own, or a given one.</summary>
public sealed class PostgresServerResource : ExecutableResource, IResourceWithConnectionString
{
    private const string UserName = "postgres";

    public PostgresServerResource(string name, ParameterResource password, string command, string workingDirectory) : base(name, command, workingDirectory)
    {
        PasswordParameter = password;
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    public EndpointReference PrimaryEndpoint { get; }

    public ParameterResource PasswordParameter { get; }

    public ReferenceExpression ConnectionStringExpression => this.Find<GivenConnectionStringAnnotation>()?.ConnectionString
        ?? ReferenceExpression.Create($"Host={PrimaryEndpoint.Property(EndpointProperty.Host)};Port={PrimaryEndpoint.Property(EndpointProperty.Port)};Username={UserName};Password={PasswordParameter}");
}
