using System.Collections.Concurrent;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PfP.ServiceDefaults.Http;

/// <summary>One pipeline per service, so that its circuit breaker sees all calls: total time, retry, circuit breaker, time per attempt.</summary>
internal sealed class ResiliencePipelines
{
    public static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    private static readonly TimeSpan Total = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(4);

    // What has its effect once is tried once: cut short, nobody would know whether it had it.
    private static readonly TimeSpan Write = TimeSpan.FromSeconds(30);

    private static readonly HashSet<HttpMethod> Idempotent =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Put, HttpMethod.Delete];

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    public ResiliencePipeline<HttpResponseMessage> For(string service) => pipelines.GetOrAdd(service, _ => Build());

    private static ResiliencePipeline<HttpResponseMessage> Build() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = arguments => new(MayRepeat(arguments.Context) ? Total : Write) })
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            ShouldHandle = arguments => ValueTask.FromResult(MayRetry(arguments.Outcome, arguments.Context)),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(3),
            ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome)),
        })
        .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = arguments => new(MayRepeat(arguments.Context) ? Attempt : Write) })
        .Build();

    private static bool MayRetry(Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        // A connection that never opened has carried nothing: any method may go to the next replica.
        if (outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
        {
            return true;
        }

        return IsFailure(outcome) && MayRepeat(context);
    }

    private static bool MayRepeat(ResilienceContext context) => context.Properties.TryGetValue(Request, out var request) && Idempotent.Contains(request.Method);

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } } => false,
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };
}
