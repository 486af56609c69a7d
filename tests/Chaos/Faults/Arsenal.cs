using PfP.Chaos.Load;
using PfP.Chaos.Processes;
using PfP.Chaos.Review;

namespace PfP.Chaos.Faults;

/// <summary>The faults of this run, each against one process of ours.</summary>
internal sealed class Arsenal(Stage stage)
{
    private static readonly TimeSpan UpWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan OneRequest = TimeSpan.FromMilliseconds(30);

    public Fault Kill(Supervised victim) => new($"kill {victim.Name}", _ =>
    {
        stage.Log($"kill -9 {victim.Name}");
        victim.Kill();
        return Task.FromResult(true);
    });

    public Fault Kill(Importer importer) => new("kill import", async cancellationToken =>
    {
        var killed = await importer.KillAsync(cancellationToken);
        stage.Log(killed ? "kill -9 import" : "no import to kill");
        return killed;
    });

    /// <summary>kill -9 while a request of that kind is on its way: before it is committed, after that and before its answer, or just after both.</summary>
    /// <param name="needed">What has to be up for such a request to get anywhere.</param>
    public Fault KillDuring(string step, Moments moments, Supervised victim, IReadOnlyList<Supervised> needed) => new($"kill {victim.Name} during {step}", async cancellationToken =>
    {
        foreach (var process in needed)
        {
            await process.UntilReadyAsync(UpWithin, cancellationToken);
        }

        if (!await moments.NextAsync(step, cancellationToken))
        {
            stage.Log($"no {step} to strike");
            return false;
        }

        await Task.Delay(stage.Between(TimeSpan.Zero, OneRequest), cancellationToken);
        stage.Log($"kill -9 {victim.Name} during {step}");
        victim.Kill();
        return true;
    });

    public Fault Pause(IReadOnlyList<Supervised> victims) => new("pause", async cancellationToken =>
    {
        var victim = stage.Pick(victims);
        var duration = stage.Between(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        stage.Log($"SIGSTOP {victim.Name} for {duration.TotalSeconds:0.0} s");
        await victim.PauseAsync(duration, cancellationToken);
        return true;
    });

    public Fault DeleteFolder(Supervised owner, string folder) => new($"delete folder of {owner.Name}", async _ =>
    {
        // It is not there while the owner has not come far enough to make it anew.
        var deleted = false;
        await owner.KillAndAsync(() =>
        {
            if (deleted = Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        stage.Log($"kill -9 {owner.Name}{(deleted ? $" and delete {folder}" : "")}");
        return deleted;
    });
}
