using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PfP.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP as the standard OTEL_* settings say; nothing is collected where they name no endpoint.
/// OpenTelemetry.Extensions.Hosting cannot be restored from our feed, so the SDK is created here and tied to the container's lifetime.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>Every ActivitySource and Meter of our own begins like this.</summary>
    public const string SourcePrefix = "PfP.";

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", SourcePrefix + "*",
    ];

    // YARP's own source is left out: HttpClient's span says the same.
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", SourcePrefix + "*"];

    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // Request spans then carry OpenTelemetry's tags (method, route, status code) without an instrumentation package.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;
        if (!Endpoints.Any(name => !string.IsNullOrWhiteSpace(builder.Configuration[name])))
        {
            return;
        }

        builder.Services.AddSingleton(services => Create(services.GetRequiredService<IConfiguration>(), builder.Environment.ApplicationName));
        builder.Services.AddSingleton<ILoggerProvider, SdkLoggerProvider>();
        builder.Services.AddHostedService<TelemetryStart>();
    }

    private static OpenTelemetrySdk Create(IConfiguration configuration, string application)
    {
        return OpenTelemetrySdk.Create(sdk =>
        {
            sdk.Services.AddSingleton(configuration);
            sdk.ConfigureResource(resource =>
            {
                if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"]))
                {
                    resource.AddService(application, autoGenerateServiceInstanceId: true);
                }
            });
            sdk.WithTracing(tracing => tracing.AddSource(Sources));
            sdk.WithMetrics(metrics => metrics.AddMeter(Meters));
            sdk.WithLogging(_ => { }, options =>
            {
                options.IncludeFormattedMessage = true;
                options.IncludeScopes = false;
            });
            sdk.UseOtlpExporter();
        });
    }

    /// <summary>Listening begins before the first request; disposing the container flushes what is left.</summary>
    private sealed class TelemetryStart(OpenTelemetrySdk sdk) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = sdk.TracerProvider;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class SdkLoggerProvider(OpenTelemetrySdk sdk) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => sdk.GetLoggerFactory().CreateLogger(categoryName);

        public void Dispose()
        {
            // The container owns the SDK.
        }
    }
}
