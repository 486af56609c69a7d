using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PfP.ServiceDefaults;

/// <summary>ETags for public, read-only answers.</summary>
public static class ConditionalGet
{
    /// <summary>
    /// Gives every 200 of the group an ETag made of its content, answers 304 to a client that has it, and lets caches keep it for a
    /// moment. The tag covers everything the answer shows, so it also changes when only a linked entry did.
    /// </summary>
    public static RouteGroupBuilder WithConditionalGet(this RouteGroupBuilder group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            var innermost = result is INestedHttpResult nested ? nested.Result : result;
            return innermost is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? new TaggedJson(value) : result;
        });
    }

    private sealed class TaggedJson(object value) : IResult
    {
        private const string Cacheable = "public, max-age=15";

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options);
            // Weak: compression changes the bytes, not the meaning.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
            var headers = httpContext.Response.GetTypedHeaders();
            headers.ETag = tag;
            httpContext.Response.Headers.CacheControl = Cacheable;
            if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
