namespace Aspire.Hosting.ApplicationModel;

/// <summary>The dashboard knows these words and shows them with icon and colour.</summary>
public static class KnownResourceStates
{
    public const string NotStarted = "NotStarted";
    public const string Waiting = "Waiting";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string FailedToStart = "FailedToStart";
    public const string Stopping = "Stopping";
    public const string Exited = "Exited";
    public const string Finished = "Finished";

    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}
