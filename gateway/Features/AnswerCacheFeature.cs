using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Gateway.Caching;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Features;

/// <summary>Short-lived copies of anonymous answers (section <c>AnswerCache</c>), ETags and 304 included.</summary>
internal static class AnswerCacheFeature
{
    public static void AddAnswerCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<AnswerCacheOptions>().BindConfiguration("AnswerCache").ValidateDataAnnotations();
        builder.Services.AddSingleton<AnonymousAnswers>();
        builder.Services.AddSingleton<CacheSweeper>();
        builder.AddMessaging("gateway", messaging => messaging.Observe<EntryPublished, SweepOnChange>().Observe<EntryWithdrawn, SweepOnChange>().Observe<CallPublished, SweepOnChange>());
        builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.AddPolicy<AnonymousAnswers>(), excludeDefaultPolicy: true));
        builder.Services.AddOptions<OutputCacheOptions>().Configure<IOptions<AnswerCacheOptions>>((cache, limits) =>
        {
            cache.UseCaseSensitivePaths = true;
            cache.SizeLimit = limits.Value.SizeLimitMegabytes * 1024L * 1024;
            cache.MaximumBodySize = limits.Value.LargestAnswerKilobytes * 1024L;
        });
    }

    public static void UseAnswerCache(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            CanonicalRequest.Apply(context.Request);
            return next(context);
        });
        app.UseOutputCache();
    }
}
