using System.Diagnostics;
using OpenTelemetry;
using Yarp.ReverseProxy.Forwarder;

namespace PfP.Gateway.Proxy;

/// <summary>YARP's client factory, except that health probes (the only calls outside a request) leave no traces behind.</summary>
internal sealed class ProxyClientFactory : ForwarderHttpClientFactory
{
    // On one's own network a connection is there at once or not at all.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = ConnectTimeout;
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        new UntracedProbes { InnerHandler = base.WrapHandler(context, handler) };

    private sealed class UntracedProbes : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Activity.Current is not null)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            using var _ = SuppressInstrumentationScope.Begin();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
