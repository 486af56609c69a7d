using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PfP.ServiceDefaults.Http;

/// <summary>Sends a request through its service's resilience pipeline, each attempt to the address whose turn it is.</summary>
internal sealed class ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline, ServiceEndpoints endpoints) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.RequestUri!;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ResiliencePipelines.Request, request);
        try
        {
            return await pipeline.ExecuteAsync(
                async attempt =>
                {
                    request.RequestUri = new(endpoints.Next(asked.Host), asked.PathAndQuery);
                    return await base.SendAsync(request, attempt.CancellationToken);
                },
                context);
        }
        catch (Exception exception) when (exception is TimeoutRejectedException or BrokenCircuitException)
        {
            throw new HttpRequestException($"{asked.Host} does not answer: {exception.Message}", exception);
        }
        finally
        {
            request.RequestUri = asked;
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
