using System.Diagnostics;
using System.Net;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Links;

internal static class LinksApi
{
    public static void AddLinks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LinkOptions>().BindConfiguration("Links")
            .Validate(options => options.Loopback is null || !builder.Environment.IsProduction(), "Links:Loopback is set: in Production no link leads into this machine.")
            .ValidateOnStart();
        builder.Services.AddSingleton<NameResolver>(Dns.GetHostAddressesAsync);
        builder.Services.AddSingleton<PublicNetwork>();
        builder.Services.AddSingleton<LinkProbe>();
        builder.Services.AddSingleton<LinkChecker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LinkChecker>());
        builder.Services
            .AddHttpClient(LinkProbe.HttpClient, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(15);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("PfP-link-check/1.0");
            })
            // A link that does not answer is no incident of ours.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(services => new SocketsHttpHandler
            {
                ConnectCallback = services.GetRequiredService<PublicNetwork>().ConnectAsync,
                // Each request connects anew: over a connection that is open already it would be sent without having been looked at.
                PooledConnectionLifetime = TimeSpan.Zero,
                UseProxy = false,
                UseCookies = false,
                MaxAutomaticRedirections = 5,
                MaxResponseHeadersLength = 32,
                // Strangers learn nothing of our traces.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            });
    }

    /// <summary>Not among the public answers, which caches may keep.</summary>
    public static void MapLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/api/catalogue/dead-links").WithTags("links").WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        links.MapGet("/", DeadLinks.PageAsync).RequireAuthorization(Policies.Moderator).WithSummary("Web addresses of public entries and Migration Profiles that have not answered for days.");
        links.MapGet("/profiles", DeadLinks.OfProfilesAsync).RequireAuthorization(Policies.FocalPoint).WithSummary("Those of a country's Migration Profiles, for whoever writes them.");
    }
}
