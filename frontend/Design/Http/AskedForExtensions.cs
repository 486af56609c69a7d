using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PfP.Design.Http;

/// <summary>What the reader asked for, also while an error page is made in its place.</summary>
public static class AskedForExtensions
{
    /// <summary>The path without culture, and the query string.</summary>
    public static string AskedFor(this HttpContext context)
    {
        var path = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        return (path is null ? context.Request.Path : new PathString(path)).ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }

    /// <summary>Whether the request runs a second time, to make an error page.</summary>
    public static bool IsRepeatedForError(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
