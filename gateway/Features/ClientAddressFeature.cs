using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using PfP.Gateway.Clients;

namespace PfP.Gateway.Features;

/// <summary>
/// The client's address and scheme come from the connection, or from X-Forwarded-* where the connection comes from a proxy or
/// load balancer listed in <c>ForwardedHeaders:KnownProxies</c> or <c>ForwardedHeaders:KnownNetworks</c>.
/// </summary>
internal static class ClientAddressFeature
{
    public static void AddClientAddress(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("ForwardedHeaders");
        builder.Services.AddSingleton<DistributedContextPropagator, EdgePropagator>();
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = section.GetValue("ForwardLimit", 1);

            // Loopback is trusted by default, which is right behind this gateway and wrong at the edge.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in section.GetSection("KnownProxies").Get<string[]>() ?? [])
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            foreach (var network in section.GetSection("KnownNetworks").Get<string[]>() ?? [])
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    public static void UseClientAddress(this WebApplication app)
    {
        // With both lists empty the middleware would believe everybody, so then it is not used at all.
        var section = app.Configuration.GetSection("ForwardedHeaders");
        if (section.GetSection("KnownProxies").GetChildren().Any() || section.GetSection("KnownNetworks").GetChildren().Any())
        {
            app.UseForwardedHeaders();
        }

        app.Use((context, next) =>
        {
            UntrustedHeaders.Remove(context.Request.Headers);
            return next(context);
        });
    }
}
