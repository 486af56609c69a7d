using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PfP.ServiceDefaults.Http;

namespace PfP.ServiceDefaults;

/// <summary>Typed HTTP clients of other services.</summary>
public static class ApiClients
{
    /// <summary>
    /// Adds a typed client whose base address is the service's name, found in configuration (<c>services__{service}__http__0..n</c>).
    /// Calls are limited in time, retried where that is safe, and refused at once while the service keeps failing. Whatever goes wrong
    /// on the way arrives as <see cref="HttpRequestException"/>.
    /// </summary>
    public static IHttpClientBuilder AddApiClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Configure(builder.Services.AddHttpClient<TClient>(), service);
    }

    /// <summary>The same for who asks one service as the other: <c>CreateClient(service)</c> of <see cref="IHttpClientFactory"/>.</summary>
    public static IHttpClientBuilder AddApiClient(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Configure(builder.Services.AddHttpClient(service), service);
    }

    private static IHttpClientBuilder Configure(IHttpClientBuilder client, string service)
    {
        client.Services.TryAddSingleton<ServiceEndpoints>();
        client.Services.TryAddSingleton<ResiliencePipelines>();
        return client
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = new($"http://{service}/");
                // The resilience pipeline has its own limits.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler(services => new ResilienceHandler(
                services.GetRequiredService<ResiliencePipelines>().For(service),
                services.GetRequiredService<ServiceEndpoints>()));
    }
}
