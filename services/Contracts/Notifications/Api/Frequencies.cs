namespace PfP.Contracts.Notifications.Api;

/// <summary>How often members hear of what is new in what they follow.</summary>
public static class Frequencies
{
    /// <summary>As it comes; what comes together is in one mail.</summary>
    public const string Each = "each";

    /// <summary>Every day at their hour.</summary>
    public const string Daily = "daily";

    /// <summary>On Mondays at their hour.</summary>
    public const string Weekly = "weekly";

    public static IReadOnlyList<string> All { get; } = [Each, Daily, Weekly];
}
