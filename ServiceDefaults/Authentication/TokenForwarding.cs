using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>Calls other services as the member whose request is being answered.</summary>
public static class TokenForwarding
{
    /// <summary>Sends the request's access token along, if it was found valid.</summary>
    public static IHttpClientBuilder ForwardToken(this IHttpClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.AddHttpContextAccessor();
        client.Services.TryAddTransient<Handler>();
        return client.AddHttpMessageHandler<Handler>();
    }

    private sealed class Handler(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (accessor.HttpContext is { User.Identity.IsAuthenticated: true } context)
            {
                request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, context.Request.Headers.Authorization.ToString());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
