using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PfP.ServiceDefaults;

/// <summary>Answers that are for the member who asks.</summary>
public static class NoStore
{
    /// <summary>No cache keeps what these routes answer.</summary>
    public static TBuilder WithNoStore<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
            return next(context);
        });
}
