using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue("PFP_PORT", 8080);
var origin = $"http://localhost:{port}";
var replicas = builder.Configuration.GetValue("PFP_REPLICAS", 1);
var clock = builder.Configuration["PFP_CLOCK_FILE"] ?? "";
var isDevelopment = builder.Configuration.GetValue("DOTNET_ENVIRONMENT", "Development") == "Development";

var postgres = builder.AddPostgres("postgres");
var catalogueDatabase = postgres.AddDatabase("catalogue-database", "catalogue");
var searchDatabase = postgres.AddDatabase("search-database", "search");
var callsDatabase = postgres.AddDatabase("calls-database", "calls");
var identityDatabase = postgres.AddDatabase("identity-database", "identity");
var notificationsDatabase = postgres.AddDatabase("notifications-database", "notifications");
var webDatabase = postgres.AddDatabase("web-database", "web");
var messaging = builder.AddRabbitMQ("messaging");
var inbox = builder.AddMailInbox("inbox", "mail", port + 11);
var clientSecret = builder.CreatePassword("gateway-client-secret");
var sharedKeys = builder.CreatePassword("shared-keys-secret");
var identityKeys = builder.CreatePassword("identity-keys-secret");

// Nobody waits for the broker, and the portal for nobody's health: what is readable is readable without them.
var catalogue = builder.AddProject("catalogue", "../services/Catalogue/Catalogue.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogueDatabase, "catalogue")
    .WithReference(messaging)
    .WithReference(inbox, "mail")
    .WithEnvironment("Mail__Origin", origin)
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitFor(catalogueDatabase);

var calls = builder.AddProject("calls", "../services/Calls/Calls.csproj")
    .WithHttpEndpoint()
    .WithReference(callsDatabase, "calls")
    .WithReference(messaging)
    .WithReference(inbox, "mail")
    .WithEnvironment("Mail__Origin", origin)
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitFor(callsDatabase);

var search = builder.AddProject("search", "../services/Search/Search.csproj")
    .WithHttpEndpoint()
    .WithReference(searchDatabase, "search")
    .WithReference(messaging)
    .WithEnvironment("Search__IndexPath", builder.GetDataFolder("search-index"))
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WaitFor(searchDatabase);

// The embedded index belongs to its process, so that there is one instance only; one on an Elasticsearch is shared.
if (builder.Configuration.GetConnectionString("elasticsearch") is { Length: > 0 })
{
    search.WithReference(builder.AddConnectionString("elasticsearch")).WithReplicas(replicas);
}

var identity = builder.AddProject("identity", "../services/Identity/Identity.csproj")
    .WithHttpEndpoint()
    .WithReference(identityDatabase, "identity")
    .WithReference(messaging)
    .WithReference(inbox, "mail")
    .WithEnvironment("Issuer", origin)
    .WithEnvironment("SharedKeys__Secret", identityKeys)
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("Mail__Origin", origin)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WithAnnouncements("Development: ")
    .WaitFor(identityDatabase);

// It reads its own keys as all other services do.
identity.WithReference(identity);
catalogue.WithReference(identity);
calls.WithReference(identity);
search.WithReference(identity);

identity
    .WithEnvironment("Clients__pfp-gateway__Name", "PfP")
    .WithEnvironment("Clients__pfp-gateway__Secret", clientSecret)
    .WithEnvironment("Clients__pfp-gateway__Audience", "pfp")
    .WithEnvironment("Clients__pfp-gateway__Scopes__0", "openid")
    .WithEnvironment("Clients__pfp-gateway__Scopes__1", "profile")
    .WithEnvironment("Clients__pfp-gateway__Scopes__2", "offline_access")
    .WithEnvironment("Clients__pfp-gateway__RedirectUris__0", $"{origin}/bff/callback")
    .WithEnvironment("Clients__pfp-gateway__PostLogoutRedirectUris__0", $"{origin}/bff/signed-out")
    .WithEnvironment("Clients__pfp-gateway__BackChannelLogoutUri", $"{origin}/bff/backchannel-logout");

if (isDevelopment)
{
    identity.WithEnvironment("Members__SamplePassword", builder.CreatePassword("sample-password"));
}

var notifications = builder.AddProject("notifications", "../services/Notifications/Notifications.csproj")
    .WithHttpEndpoint()
    .WithReference(notificationsDatabase, "notifications")
    .WithReference(messaging)
    .WithReference(inbox, "mail")
    .WithReference(identity)
    .WithEnvironment("Mail__Origin", origin)
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("SharedKeys__Secret", sharedKeys)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitFor(notificationsDatabase);

var portal = builder.AddProject("portal", "../frontend/Portal/Portal.csproj")
    .WithHttpEndpoint()
    .WithReference(catalogue)
    .WithReference(calls)
    .WithReference(search)
    .WithReference(identity)
    .WithReference(notifications)
    .WithReference(webDatabase, "web")
    .WithEnvironment("Authentication__Issuer", origin)
    .WithEnvironment("SharedKeys__Secret", sharedKeys)
    .WithEnvironment("PFP_CLOCK_FILE", clock)
    .WithHttpHealthCheck("/health/ready")
    .WithReplicas(replicas)
    .WaitForStart(catalogue);

// For the file of all that is held of somebody.
identity
    .WithReference(catalogue)
    .WithReference(calls)
    .WithReference(search)
    .WithReference(notifications);

var gateway = builder.AddProject("gateway", "../gateway/Gateway.csproj")
    .WithHttpEndpoint(port)
    .WithExternalHttpEndpoints()
    .WithReference(catalogue)
    .WithReference(calls)
    .WithReference(search)
    .WithReference(identity)
    .WithReference(notifications)
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

// What everybody reads comes first.
foreach (var later in (IResourceBuilder<IResourceWithWaitSupport>[])[messaging, inbox, identity, calls, notifications])
{
    later.LetFirst(portal).LetFirst(gateway);
}

builder.Build().Run();
