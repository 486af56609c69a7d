namespace PfP.AppHost.Tests.ApplicationModel;

public sealed class ReferenceExpressionTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Expression_WithParameterAndEndpoint_IsFilledInWhenAsked()
    {
        var resource = new ExecutableResource("server", "true", "/");
        var endpoint = new EndpointAnnotation(resource, "http", "http");
        resource.Annotations.Add(endpoint);
        var reference = new EndpointReference(resource, "http");
        var password = new ParameterResource("password", () => "secret", secret: true);
        var expression = ReferenceExpression.Create($"{reference}/path?port={reference.Property(EndpointProperty.Port)}&key={password}&text={"plain"}");

        endpoint.AllocatedPort = 4711;

        Assert.Equal("http://localhost:4711/path?port=4711&key=secret&text=plain", await expression.GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task Expression_BeforePortIsKnown_SaysWhichPortIsMissing()
    {
        var resource = new ExecutableResource("server", "true", "/");
        resource.Annotations.Add(new EndpointAnnotation(resource, "http", "http"));
        var expression = ReferenceExpression.Create($"{new EndpointReference(resource, "http")}");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await expression.GetValueAsync(CancellationToken));

        Assert.Equal("Endpoint 'http' of 'server' has no port before the application starts.", exception.Message);
    }

    [Fact]
    public async Task TargetPort_OfReplicas_IsLeftToTheOrchestrator()
    {
        var resource = new ExecutableResource("server", "true", "/");
        resource.Annotations.Add(new EndpointAnnotation(resource, "http", "http") { AllocatedPort = 4711 });
        resource.Annotations.Add(new ReplicaAnnotation(2));

        var port = await new EndpointReference(resource, "http").Property(EndpointProperty.TargetPort).GetValueAsync(CancellationToken);

        Assert.Equal("""{{- portForServing "server-http" -}}""", port);
    }

    [Fact]
    public async Task Parameter_WhenReadTwice_IsMadeOnce()
    {
        var made = 0;
        var parameter = new ParameterResource("number", () => $"{++made}", secret: false);

        Assert.Equal("1", await parameter.GetValueAsync(CancellationToken));
        Assert.Equal("1", await parameter.GetValueAsync(CancellationToken));
    }
}
