namespace Aspire.Hosting.ApplicationModel;

/// <summary>A mail server that keeps what it gets and shows it on a web page, or a given server that really sends.</summary>
public sealed class MailInboxResource : ExecutableResource, IResourceWithConnectionString
{
    internal const string Smtp = "smtp";

    public MailInboxResource(string name, string command, string workingDirectory) : base(name, command, workingDirectory) =>
        PrimaryEndpoint = new EndpointReference(this, Smtp);

    public EndpointReference PrimaryEndpoint { get; }

    public ReferenceExpression ConnectionStringExpression => this.Find<GivenConnectionStringAnnotation>()?.ConnectionString
        ?? ReferenceExpression.Create($"smtp://127.0.0.1:{PrimaryEndpoint.Property(EndpointProperty.Port)}");
}
