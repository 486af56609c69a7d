using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Orchestration;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Hosting.Dashboard;

/// <summary>Shows a resource as the dashboard wants to see it.</summary>
internal static class ResourceRows
{
    public static async ValueTask<ResourceRow> CreateAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var (resource, snapshot) = (instance.Resource, instance.Snapshot);
        var row = new ResourceRow
        {
            Name = instance.Id,
            DisplayName = resource.Name,
            ResourceType = resource.GetResourceType(),
            Uid = instance.Id,
            State = snapshot.State,
            CreatedAt = Stamp(snapshot.CreatedAt),
            StartedAt = Stamp(snapshot.StartedAt),
            StoppedAt = Stamp(snapshot.StoppedAt),
            SupportsDetailedTelemetry = true,
        };
        if (snapshot.IsFailure)
        {
            row.StateStyle = "error";
        }

        row.Environment.AddRange(snapshot.Environment.Select(variable => new Variable { Name = variable.Name, Value = variable.Value, IsFromSpec = variable.IsFromSpec }));
        row.Urls.AddRange(GetUrls(instance));
        row.HealthReports.AddRange(GetHealth(instance));
        row.Relationships.AddRange(GetRelationships(resource));
        row.Properties.AddRange(await ResourceProperties.CreateAsync(instance, cancellationToken));
        row.Commands.AddRange(resource.IsProcess() ? ResourceCommands.Describe(snapshot) : []);
        return row;
    }

    private static IEnumerable<Url> GetUrls(ResourceInstance instance) => instance.Resource.GetEndpoints()
        .Where(endpoint => endpoint.AllocatedPort is not null)
        .Select(endpoint => new Url
        {
            EndpointName = endpoint.Name,
            FullUrl = endpoint.Url,
            IsInternal = !endpoint.IsHttp,
            IsInactive = !instance.Snapshot.IsRunning,
            DisplayProperties = new UrlDisplay { DisplayName = "" },
        });

    private static IEnumerable<HealthReport> GetHealth(ResourceInstance instance)
    {
        // Of a resource that does not run the dashboard expects no reports, and of one that just started, reports without a status.
        var checks = instance.Snapshot.IsRunning ? instance.Resource.Annotations.OfType<HealthCheckAnnotation>() : [];
        foreach (var check in checks)
        {
            var report = new HealthReport { Key = check.Key };
            if (instance.Snapshot.Health.GetValueOrDefault(check.Key) is { } result)
            {
                report.Status = result.Problem is null ? HealthStatus.Healthy : HealthStatus.Unhealthy;
                report.Description = result.Problem ?? "";
                report.LastRunAt = Stamp(result.At);
            }

            yield return report;
        }
    }

    private static IEnumerable<Relationship> GetRelationships(IResource resource)
    {
        var relationships = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(annotation => new Relationship { ResourceName = annotation.Resource.Name, Type = annotation.Type });
        return resource is IResourceWithParent child
            ? relationships.Append(new Relationship { ResourceName = child.Parent.Name, Type = "Parent" })
            : relationships;
    }

    private static Timestamp? Stamp(DateTime? at) => at is { } time ? Timestamp.FromDateTime(time.ToUniversalTime()) : null;
}
