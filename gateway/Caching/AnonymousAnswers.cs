using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PfP.Gateway.Caching;

/// <summary>
/// Keeps answers to anonymous GETs that the service behind declares public, by host, path, query and encoding.
/// A request with any cookie or with credentials neither reads nor fills the cache: PfP gives anonymous readers no cookie before they open a form.
/// </summary>
internal sealed class AnonymousAnswers(IOptions<AnswerCacheOptions> options) : IOutputCachePolicy
{
    public const string Tag = "catalogue";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anonymous = HttpMethods.IsGet(request.Method)
            && request.Headers.Cookie.Count == 0
            && request.Headers.Authorization.Count == 0
            && request.Headers.Range.Count == 0;
        context.EnableOutputCaching = anonymous;
        context.AllowCacheLookup = anonymous;
        context.AllowCacheStorage = anonymous;

        // With locking, one client that reads a page slowly would keep everybody else waiting for it.
        context.AllowLocking = false;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = LifetimeOf(context.HttpContext.Response) > TimeSpan.Zero;
        return ValueTask.CompletedTask;
    }

    /// <summary>Called with the headers of the service behind and before the body: afterwards the cache takes no other lifetime.</summary>
    public void SetLifetime(HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            var lifetime = LifetimeOf(http.Response);
            cache.Context.ResponseExpirationTimeSpan = lifetime < options.Value.MaxAge ? lifetime : options.Value.MaxAge;
        }
    }

    private static TimeSpan LifetimeOf(HttpResponse response)
    {
        if (response.StatusCode != StatusCodes.Status200OK
            || response.Headers.SetCookie.Count > 0
            || !VariesByWhatIsKnown(response.Headers.Vary)
            || !CacheControlHeaderValue.TryParse(response.Headers.CacheControl.ToString(), out var control)
            || control is not { Public: true, NoStore: false, NoCache: false, Private: false })
        {
            return TimeSpan.Zero;
        }

        return control.SharedMaxAge ?? control.MaxAge ?? TimeSpan.Zero;
    }

    // The encoding is part of the key, and whoever sends a cookie does not come here.
    private static bool VariesByWhatIsKnown(StringValues vary) =>
        vary.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(name => name.Equals(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase) || name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase));
}
