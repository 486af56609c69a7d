using Microsoft.AspNetCore.Builder;
using PfP.ServiceDefaults.Errors;
using PfP.ServiceDefaults.Health;
using PfP.ServiceDefaults.Http;
using PfP.ServiceDefaults.Telemetry;
using PfP.ServiceDefaults.Time;

namespace PfP.ServiceDefaults;

/// <summary>What every process of PfP has in common.</summary>
public static class Extensions
{
    /// <summary>Telemetry, health checks, ProblemDetails, the clock, OpenAPI, compression and forwarded headers.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddErrors();
        builder.AddClock();
        builder.AddApiDescription();
        builder.AddCompression();
        builder.AddForwarding();
        return builder;
    }

    /// <summary>The middleware and endpoints that go with <see cref="AddServiceDefaults"/>; call it before mapping anything else.</summary>
    /// <param name="behindGateway">False for the gateway itself: it is the edge, so it believes no forwarded header and describes no API.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app, bool behindGateway = true)
    {
        app.UseMiddleware<RequestSpans>();
        if (behindGateway)
        {
            app.UseForwardedHeaders();
        }

        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealth();
        if (behindGateway)
        {
            app.MapOpenApi();
        }

        return app;
    }
}
