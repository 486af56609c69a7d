using PfP.Gateway.Caching;
using PfP.Gateway.Proxy;
using PfP.Gateway.Sessions;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace PfP.Gateway.Features;

/// <summary>YARP: routes and clusters are in appsettings.json, addresses come from service discovery.</summary>
internal static class ProxyFeature
{
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ProxyClientFactory>();
        builder.Services.Configure<TransportFailureRateHealthPolicyOptions>(builder.Configuration.GetSection("TransportFailures"));
        builder.Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<ServiceDestinations>()
            .AddTransforms(transforms =>
            {
                var answers = transforms.Services.GetRequiredService<AnonymousAnswers>();
                transforms.AddResponseTransform(response =>
                {
                    PrivateAnswers.Mark(response.HttpContext);
                    answers.SetLifetime(response.HttpContext);
                    ErrorPagesFeature.ExplainWhereNothingIsSaid(response.HttpContext.Response);
                    return ValueTask.CompletedTask;
                });
            });
    }

    public static void MapProxy(this WebApplication app)
    {
        // What the services tell operators about themselves is not for the outside; their API descriptions have addresses under /api.
        app.Map("/health/{**rest}", TypedResults.NotFound);
        app.Map("/openapi/{**rest}", TypedResults.NotFound);
        app.MapMethods("/api/{**rest}", [HttpMethods.Get, HttpMethods.Head], TypedResults.NotFound);
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(SessionForwarding.InvokeAsync);
            proxy.Use(SafeRetry.InvokeAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
    }
}
