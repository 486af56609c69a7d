using System.ComponentModel.DataAnnotations;

namespace PfP.Gateway.Caching;

internal sealed class AnswerCacheOptions
{
    /// <summary>No answer is older than this, whatever the service behind allows.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory for all answers together.</summary>
    [Range(1, 4096)]
    public int SizeLimitMegabytes { get; set; } = 64;

    /// <summary>Larger answers are passed on without being kept.</summary>
    [Range(1, 102_400)]
    public int LargestAnswerKilobytes { get; set; } = 1024;

    /// <summary>Search takes up an event at the same time as the gateway: what was made before it had finished goes with this second sweep.</summary>
    public TimeSpan SecondSweepAfter { get; set; } = TimeSpan.FromSeconds(2);
}
