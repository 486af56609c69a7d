namespace PfP.ServiceDefaults;

/// <summary>How long to wait before trying again: twice as long each time, up to a limit.</summary>
public static class Backoff
{
    /// <param name="attempts">Made so far, from 1.</param>
    /// <param name="first">After the first of them.</param>
    public static TimeSpan After(int attempts, TimeSpan first, TimeSpan longest)
    {
        var delay = first * Math.Pow(2, Math.Min(attempts - 1, 10));
        return delay < longest ? delay : longest;
    }
}
