namespace Aspire.Hosting.Orchestration;

/// <summary>Where processes send traces, metrics and logs, and the key that the dashboard asks them for.</summary>
internal sealed record TelemetryTarget(string Endpoint, string ApiKey)
{
    public IEnumerable<KeyValuePair<string, object>> Environment(ResourceInstance instance) =>
    [
        new("OTEL_SERVICE_NAME", instance.Resource.Name),
        new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={instance.Suffix}"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Endpoint),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={ApiKey}"),
        // Somebody is looking: a second's delay instead of the exporters' five to sixty.
        new("OTEL_BSP_SCHEDULE_DELAY", "1000"),
        new("OTEL_BLRP_SCHEDULE_DELAY", "1000"),
        new("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
    ];
}
