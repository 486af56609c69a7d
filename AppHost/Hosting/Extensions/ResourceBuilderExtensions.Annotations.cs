using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithAnnotation<T>(this IResourceBuilder<T> builder, IResourceAnnotation annotation) where T : IResource
    {
        builder.Resource.Annotations.Add(annotation);
        return builder;
    }

    /// <summary>Lines of the resource's log that hold <paramref name="mark"/> are repeated at the terminal, once everything is ready.</summary>
    public static IResourceBuilder<T> WithAnnouncements<T>(this IResourceBuilder<T> builder, string mark) where T : IResource =>
        builder.WithAnnotation(new AnnouncementAnnotation(mark));

    private static IResourceBuilder<T> WithRelationship<T>(this IResourceBuilder<T> builder, IResource resource, string type) where T : IResource =>
        builder.WithAnnotation(new ResourceRelationshipAnnotation(resource, type));
}
