using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.LocalServers;
using Aspire.Hosting.RabbitMQ;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    /// <summary>Erlang's port for nodes to talk to each other. There is one node, but it insists on having one.</summary>
    private const string DistributionEndpoint = "distribution";

    /// <summary>
    /// A RabbitMQ server from this machine's binaries with its data in the data folder, or the one that
    /// <c>ConnectionStrings__name</c> leads to.
    /// </summary>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var secret = (password ?? builder.CreatePassword($"{name}-password")).Resource;
        var folder = builder.GetDataFolder(name);
        var server = builder.AddResource(new RabbitMQServerResource(name, secret, "/bin/bash", builder.AppHostDirectory))
            .WithAnnotation(new ResourceTypeAnnotation("RabbitMQServer"));
        server.WithHealthProbe($"{name}_check", new AmqpProbe(server.Resource).ProbeAsync);
        return server.UseGivenConnectionString() ? server : server
            .WithEndpoint(port, scheme: "tcp")
            .WithEndpoint(scheme: "tcp", name: DistributionEndpoint)
            .WithArgs(LocalServer.Script("serve-as"), "rabbitmq", folder, "/bin/bash", LocalServer.Script("rabbitmq"), folder, $"{name}@localhost")
            .WithEnvironment("RABBITMQ_NODE_PORT", $"{server.Resource.PrimaryEndpoint.Property(EndpointProperty.TargetPort)}")
            .WithEnvironment("RABBITMQ_DIST_PORT", $"{server.GetEndpoint(DistributionEndpoint).Property(EndpointProperty.TargetPort)}")
            .WithEnvironment("RABBITMQ_DEFAULT_USER", RabbitMQServerResource.UserName)
            .WithEnvironment("RABBITMQ_DEFAULT_PASS", $"{secret}");
    }
}
