using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PfP.Gateway.Limits;

namespace PfP.Gateway.Features;

/// <summary>Per-client limits from the section <c>RateLimits</c>; who exceeds them gets 429 and is told when to come back.</summary>
internal static class RateLimitsFeature
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<RateLimitOptions>().BindConfiguration("RateLimits")
            .Validate(limits => limits.IsValid, "RateLimits: Burst, PerPeriod and Period are above zero.");
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = ClientLimiter.Create(limits.Value);
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenToComeBack;
        });
    }

    public static void UseRateLimits(this WebApplication app) => app.UseRateLimiter();

    private static ValueTask TellWhenToComeBack(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
