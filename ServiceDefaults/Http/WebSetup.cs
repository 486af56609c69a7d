using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PfP.ServiceDefaults.Http;

/// <summary>The HTTP conventions shared by all services: OpenAPI document, compression, forwarded headers.</summary>
internal static class WebSetup
{
    public static void AddApiDescription(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            // The address differs from machine to machine; the committed copy of the document must not.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));

    public static void AddCompression(this WebApplicationBuilder builder) =>
        builder.Services.AddResponseCompression(options =>
        {
            // BREACH needs a secret beside reflected input; answers of services carry no secret.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/geo+json", "image/svg+xml", "application/atom+xml"];
        });

    /// <summary>Believes the gateway when it is on this machine or in a network that configuration lists.</summary>
    public static void AddForwarding(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in configuration.GetSection("ForwardedHeaders:KnownNetworks").Get<string[]>() ?? [])
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
}
