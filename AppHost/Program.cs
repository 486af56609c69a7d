using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue("PFP_PORT", 8080);
var replicas = builder.Configuration.GetValue("PFP_REPLICAS", 1);

var postgres = builder.AddPostgres("postgres");
var catalogueDatabase = postgres.AddDatabase("catalogue-database", "catalogue");
var searchDatabase = postgres.AddDatabase("search-database", "search");
var messaging = builder.AddRabbitMQ("messaging");

var catalogue = builder.AddProject("catalogue", "../services/Catalogue/Catalogue.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogueDatabase, "catalogue")
    .WithReference(messaging)
    .WithReplicas(replicas)
    .WithHttpHealthCheck("/health/live")
    .WaitFor(catalogueDatabase);

var search = builder.AddProject("search", "../services/Search/Search.csproj")
    .WithHttpEndpoint()
    .WithReference(searchDatabase, "search")
    .WithReference(messaging)
    .WithHttpHealthCheck("/health/live")
    .WaitFor(searchDatabase);

var portal = builder.AddProject("portal", "../frontend/Portal/Portal.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogue)
    .WithReference(search)
    .WithReplicas(replicas)
    .WithHttpHealthCheck("/health/live")
    .WaitForStart(catalogue);

builder.AddProject("gateway", "../gateway/Gateway.csproj")
    .WithHttpEndpoint(port: port)
    .WithExternalHttpEndpoints()
    .WithReference(catalogue)
    .WithReference(search)
    .WithReference(portal)
    .WithReference(messaging)
    .WithReplicas(replicas)
    .WithHttpHealthCheck("/health/live")
    .WaitFor(portal);

builder.Build().Run();
