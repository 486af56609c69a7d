using Yarp.ReverseProxy.Forwarder;

namespace PfP.Gateway.Proxy;

/// <summary>
/// A safe request that a destination did not answer is sent once more: to another one where there is one, else to the same address,
/// which may stand for several replicas or for a service that is just restarting.
/// </summary>
internal static class SafeRetry
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var proxy = context.GetReverseProxyFeature();
        var candidates = proxy.AvailableDestinations;
        await next(context);

        if (!MayRetry(context))
        {
            return;
        }

        var others = candidates.Where(destination => destination != proxy.ProxiedDestination).ToList();
        proxy.AvailableDestinations = others.Count > 0 ? others : candidates;
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.Clear();
        await next(context);
    }

    private static bool MayRetry(HttpContext context) =>
        context.Features.Get<IForwarderErrorFeature>()?.Error == ForwarderError.Request
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Response.HasStarted
        && !context.RequestAborted.IsCancellationRequested;
}
