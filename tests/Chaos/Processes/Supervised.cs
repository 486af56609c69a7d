using System.Diagnostics;

namespace PfP.Chaos.Processes;

/// <summary>A process that is started again a short random time after it ended, whoever ended it, and whose health is watched.</summary>
/// <param name="isReady">Whether it can do all its work, for which it may need others.</param>
/// <param name="isAlive">Whether it answers at all.</param>
internal sealed class Supervised(
    string name,
    Func<Command> command,
    Func<CancellationToken, Task<bool>> isReady,
    Func<CancellationToken, Task<bool>> isAlive,
    Stage stage) : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim starting = new(1);
    private Task tasks = Task.CompletedTask;
    private Process? process;
    private bool killed;

    public string Name => name;

    public bool IsStarted => process is not null;

    /// <summary>Ends when it is ready again; begins also when others are missed.</summary>
    public Outages Unready { get; } = new();

    /// <summary>Ends when it answers again; begins only with a fault of its own.</summary>
    public Outages Dead { get; } = new();

    /// <summary>How often it ended though nobody had ended it.</summary>
    public int Crashes { get; private set; }

    public async Task StartAsync()
    {
        Down();
        await LaunchAsync();
        tasks = Task.WhenAll(
            Task.Run(SuperviseAsync),
            Task.Run(() => WatchAsync(isReady, Unready, downWhenSilent: true)),
            Task.Run(() => WatchAsync(isAlive, Dead, downWhenSilent: false)));
    }

    /// <summary>kill -9 of the whole tree.</summary>
    public void Kill()
    {
        Down();
        killed = true;
        ProcessTree.Kill(process!);
    }

    /// <summary>Kills it and does something with what it left behind before it is started again.</summary>
    public async Task KillAndAsync(Action meanwhile)
    {
        await starting.WaitAsync(ending.Token);
        try
        {
            Kill();
            await process!.WaitForExitAsync(ending.Token);
            meanwhile();
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Stops it without ending it: nothing closes its connections, it just does not answer.</summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var paused = process!;
        Down();
        ProcessTree.Pause(paused);
        try
        {
            await Task.Delay(duration, cancellationToken);
        }
        finally
        {
            Down();
            ProcessTree.Resume(paused);
        }
    }

    public async Task UntilReadyAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        while (!Unready.IsOver)
        {
            if (since.Elapsed > atMost)
            {
                throw new TimeoutException($"{name} is not ready after {atMost.TotalSeconds:0} s; see {stage.LogOf(name)}");
            }

            await Task.Delay(ProbeEvery, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await tasks.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (process is not null)
        {
            ProcessTree.Kill(process);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        starting.Dispose();
        ending.Dispose();
    }

    private void Down()
    {
        Unready.Begin();
        Dead.Begin();
    }

    private async Task LaunchAsync() => process = (await stage.Launcher.StartAsync(command(), stage.LogOf(name))).Process;

    private async Task SuperviseAsync()
    {
        while (true)
        {
            await process!.WaitForExitAsync(ending.Token);
            Down();
            if (!killed)
            {
                Crashes++;
                stage.Log($"{name} ended by itself with {process.ExitCode}");
            }

            await Task.Delay(stage.Between(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(2)), ending.Token);
            await starting.WaitAsync(ending.Token);
            try
            {
                killed = false;
                // A fault that was about to strike the old one, or to resume it, still may: it is nothing to one that
                // has ended, and it is therefore not disposed of.
                await LaunchAsync();
                Unready.Restarted();
                Dead.Restarted();
            }
            finally
            {
                starting.Release();
            }
        }
    }

    private async Task WatchAsync(Func<CancellationToken, Task<bool>> probe, Outages outages, bool downWhenSilent)
    {
        while (true)
        {
            var asked = Stopwatch.GetTimestamp();
            if (await AnswersAsync(probe))
            {
                outages.End(asked);
            }
            else if (downWhenSilent)
            {
                outages.Begin();
            }

            await Task.Delay(ProbeEvery, ending.Token);
        }
    }

    private async Task<bool> AnswersAsync(Func<CancellationToken, Task<bool>> probe)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        patience.CancelAfter(Patience);
        try
        {
            return await probe(patience.Token);
        }
        catch (Exception) when (!ending.IsCancellationRequested)
        {
            return false;
        }
    }
}
