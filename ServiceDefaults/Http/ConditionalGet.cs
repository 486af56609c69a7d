using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PfP.ServiceDefaults;

/// <summary>ETags for public, read-only answers.</summary>
public static class ConditionalGet
{
    private const string Cacheable = "public, max-age=15";

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
            return innermost is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? Tagged(value, context.HttpContext) : result;
        });
    }

    private static TaggedContent Tagged(object value, HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options), "application/json; charset=utf-8", Cacheable);
    }
}
