namespace PfP.ServiceDefaults.Messaging;

internal static class ReplayQueues
{
    /// <summary>The durable queue in which requests wait for a producer that is away.</summary>
    public static string Requests(string service) => $"{service}-replay-requested";
}
