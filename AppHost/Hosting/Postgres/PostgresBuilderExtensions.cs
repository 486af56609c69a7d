using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.LocalServers;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Postgres;

namespace Aspire.Hosting;

public static class PostgresBuilderExtensions
{
    /// <summary>
    /// A PostgreSQL server from this machine's binaries with its data in the data folder, or the one that
    /// <c>ConnectionStrings__name</c> leads to.
    /// </summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var secret = (password ?? builder.CreatePassword($"{name}-password")).Resource;
        var folder = builder.GetDataFolder(name);
        var server = builder.AddResource(new PostgresServerResource(name, secret, "/bin/bash", builder.AppHostDirectory))
            .WithAnnotation(new ResourceTypeAnnotation("PostgresServer"));
        server.WithHealthProbe($"{name}_check", cancellationToken => PostgresProvisioning.ProbeAsync(server.Resource, cancellationToken));
        return server.UseGivenConnectionString() ? server : server
            .WithEndpoint(port, scheme: "tcp")
            .WithArgs(LocalServer.Script("serve-as"), "postgres", folder, "/bin/bash", LocalServer.Script("postgres"), folder, server.Resource.PrimaryEndpoint.Property(EndpointProperty.TargetPort))
            .WithEnvironment(context => context.EnvironmentVariables["POSTGRES_PASSWORD"] = secret)
            // SIGTERM would wait for every client to leave.
            .WithAnnotation(new StopSignalAnnotation(PosixSignal.SIGINT));
    }

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var application = builder.ApplicationBuilder;
        var password = application.CreatePassword($"{name}-password").Resource;
        var database = new PostgresDatabaseResource(name, databaseName ?? name, password, builder.Resource);
        return application.AddResource(database)
            .WithAnnotation(new ResourceTypeAnnotation("PostgresDatabase"))
            .WithAnnotation(new PreparationAnnotation(cancellationToken => PostgresProvisioning.EnsureAsync(database, cancellationToken)));
    }
}
