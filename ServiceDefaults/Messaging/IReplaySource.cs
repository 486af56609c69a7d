namespace PfP.ServiceDefaults;

/// <summary>Yields every aggregate's current event, withdrawals too, with the version it had when it was first published.</summary>
public interface IReplaySource
{
    IAsyncEnumerable<object> EventsAsync(CancellationToken cancellationToken);
}
