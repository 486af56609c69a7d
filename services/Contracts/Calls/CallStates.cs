namespace PfP.Contracts.Calls;

/// <summary>The states of a call that the public sees.</summary>
public static class CallStates
{
    public const string Published = "published";
    public const string Cancelled = "cancelled";

    /// <summary>Closed, and its outcome is published.</summary>
    public const string Completed = "completed";

    /// <summary>A record of something that was never a formal call: it neither opens nor closes.</summary>
    public const string Archived = "archived";
}
