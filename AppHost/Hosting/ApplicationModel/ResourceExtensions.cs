namespace Aspire.Hosting.ApplicationModel;

internal static class ResourceExtensions
{
    public static IEnumerable<EndpointAnnotation> GetEndpoints(this IResource resource) => resource.Annotations.OfType<EndpointAnnotation>();

    public static int GetReplicaCount(this IResource resource) => resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;

    public static T? Find<T>(this IResource resource) where T : class, IResourceAnnotation => resource.Annotations.OfType<T>().LastOrDefault();

    /// <summary>True for what this application starts as a process of its own.</summary>
    public static bool IsProcess(this IResource resource) =>
        resource is ExecutableResource && resource.Find<GivenConnectionStringAnnotation>() is null;

    public static string GetResourceType(this IResource resource) => resource.Find<ResourceTypeAnnotation>()?.Type ?? resource switch
    {
        ProjectResource => "Project",
        ParameterResource => "Parameter",
        ExecutableResource => "Executable",
        _ => "External",
    };

    /// <summary>What the resource uses: what it refers to, waits for or lives in.</summary>
    public static IEnumerable<IResource> GetPrerequisites(this IResource resource)
    {
        var used = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relationship => relationship.Resource);
        return resource is IResourceWithParent child ? used.Append(child.Parent) : used;
    }
}
