using PfP.Chaos.Load;
using PfP.Chaos.Processes;

namespace PfP.Chaos.Faults;

/// <summary>The faults of this run, each against one process of ours.</summary>
internal sealed class Arsenal(Stage stage)
{
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
