namespace PfP.Gateway.Errors;

/// <summary>The language that a path of the portal names.</summary>
internal static class PathLanguage
{
    public static string Of(PathString path) => path.StartsWithSegments("/fr") ? "fr" : path.StartsWithSegments("/es") ? "es" : "en";
}
