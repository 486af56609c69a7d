namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ server: this machine's own, or a given one.</summary>
public sealed class RabbitMQServerResource : ExecutableResource, IResourceWithConnectionString
{
    internal const string UserName = "pfp";

    public RabbitMQServerResource(string name, ParameterResource password, string command, string workingDirectory) : base(name, command, workingDirectory)
    {
        PasswordParameter = password;
        PrimaryEndpoint = new EndpointReference(this, "tcp");
    }

    public EndpointReference PrimaryEndpoint { get; }

    public ParameterResource PasswordParameter { get; }

    public ReferenceExpression ConnectionStringExpression => this.Find<GivenConnectionStringAnnotation>()?.ConnectionString
        ?? ReferenceExpression.Create($"amqp://{UserName}:{PasswordParameter}@{PrimaryEndpoint.Property(EndpointProperty.Host)}:{PrimaryEndpoint.Property(EndpointProperty.Port)}");
}
