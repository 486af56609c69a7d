using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace PfP.Design.Languages;

/// <summary>Takes the culture off the path, so that every route exists once.</summary>
public static class PathCulture
{
    /// <summary>Must run before routing.</summary>
    public static IApplicationBuilder UsePathCulture(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var language = SiteLanguage.English;
        foreach (var candidate in SiteLanguage.All.Skip(1))
        {
            if (context.Request.Path.StartsWithSegments($"/{candidate.Code}", StringComparison.Ordinal, out var rest))
            {
                language = candidate;
                context.Request.PathBase = context.Request.PathBase.Add($"/{candidate.Code}");
                context.Request.Path = rest.HasValue ? rest : "/";
                break;
            }
        }

        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    });
}
