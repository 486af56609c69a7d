using System.Collections.Concurrent;

namespace Aspire.Hosting.Dcp;

/// <summary>Hands each change of a process to whoever started it.</summary>
internal sealed class ExecutableEvents(DcpClient dcp)
{
    private static readonly TimeSpan s_reconnectDelay = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, Action<string?, DcpExecutableStatus>> _handlers = new();

    /// <summary>The handler gets the uid of the object and its status.</summary>
    public void Subscribe(string executable, Action<string?, DcpExecutableStatus> handler) => _handlers[executable] = handler;

    /// <summary>Follows the changes until cancelled; a lost connection is made again and begins with the present state.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in dcp.WatchExecutablesAsync(cancellationToken))
                {
                    Dispatch(change);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                await Task.Delay(s_reconnectDelay, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Dispatch(DcpWatchEvent change)
    {
        if (change is { Type: "ADDED" or "MODIFIED", Object.Status: { } status } && _handlers.TryGetValue(change.Object.Metadata.Name, out var handler))
        {
            handler(change.Object.Metadata.Uid, status);
        }
    }
}
