using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace PfP.ServiceDefaults.Time;

/// <summary>
/// The one source of business time. Outside Production it follows the offset in the file that PFP_CLOCK_FILE names
/// (<c>3.00:00:00</c> is three days ahead), so that a deadline can be tried without waiting for it.
/// </summary>
internal static class ClockSetup
{
    public const string Setting = "PFP_CLOCK_FILE";

    public static void AddClock(this WebApplicationBuilder builder)
    {
        var file = builder.Configuration[Setting];
        if (string.IsNullOrEmpty(file))
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
            return;
        }

        if (builder.Environment.IsProduction())
        {
            throw new InvalidOperationException($"{Setting} is set: production follows the real clock only.");
        }

        builder.Services.AddSingleton<TimeProvider>(_ => new OffsetClock(file));
    }
}
