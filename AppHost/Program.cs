using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue("PFP_PORT", 8080);
var origin = $"http://localhost:{port}";
var replicas = builder.Configuration.GetValue("PFP_REPLICAS", 1);
var clock = builder.Configuration["PFP_CLOCK_FILE"] ?? "";

var postgres = builder.AddPostgres("postgres");
var catalogueDatabase = postgres.AddDatabase("catalogue-database", "catalogue");
var searchDatabase = postgres.AddDatabase("search-database", "search");
var webDatabase = postgres.AddDatabase("web-database", "web");
var messaging = builder.AddRabbitMQ("messaging");
var clientSecret = builder.CreatePassword("gateway-client-secret");
var sharedKeys = builder.CreatePassword("shared-keys-secret");

// Nobody waits for the broker, and the portal for nobody's health: what is readable is readable without them.
var catalogue = builder.AddProject("catalogue", "../services/Catalogue/Catalogue.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogueDatabase, "catalogue")
    .WithReference(messaging)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitFor(catalogueDatabase);

// One instance only: the embedded index belongs to its process.
var search = builder.AddProject("search", "../services/Search/Search.csproj")
    .WithHttpEndpoint()
    .WithReference(searchDatabase, "search")
    .WithReference(messaging)
    .WithEnvironment("Search__IndexPath", builder.GetDataFolder("search-index"))
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WaitFor(searchDatabase);

var portal = builder.AddProject("portal", "../frontend/Portal/Portal.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogue)
    .WithReference(search)
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitForStart(catalogue);

builder.AddProject("gateway", "../gateway/Gateway.csproj")
    .WithHttpEndpoint(port)
    .WithExternalHttpEndpoints()
    .WithReference(catalogue)
    .WithReference(search)
    .WithReference(portal)
    .WithReference(messaging)
    .WithReference(webDatabase, "web")
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("Oidc__ClientSecret", clientSecret)
    .WithEnvironment("SharedKeys__Secret", sharedKeys)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/live")
    .WithReplicas(replicas)
    .WaitForStart(portal);

builder.Build().Run();
