namespace PfP.Catalogue.Files;

internal static class FilesApi
{
    public static void MapFiles(this IEndpointRouteBuilder api) =>
        api.MapGet("/files/{id:guid}/{name}", GetFile.PublicAsync).WithTags("files").WithSummary("A file of a public entry, to be saved.");
}
