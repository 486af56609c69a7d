using PfP.Chaos.Checks;
using PfP.Chaos.Cluster;
using PfP.Chaos.Mail;
using PfP.Testing.Identity;

namespace PfP.Chaos;

/// <summary>One run from an empty folder to its verdict.</summary>
internal static class Run
{
    public static async Task<bool> PlayAsync(int seed, Options options, CancellationToken cancellationToken)
    {
        var verdict = new Verdict();
        using var stage = new Stage(seed);
        await using var issuer = await TestIssuer.StartAsync();
        if (options.Phases.Intersect(Scenario.Phases).Any())
        {
            await PlayAsync(new Scenario(stage, issuer, options, verdict), stage, verdict, cancellationToken);
        }

        if (options.Phases.Contains(MailScenario.Phase))
        {
            await PlayAsync(new MailScenario(stage, issuer, options, verdict), stage, verdict, cancellationToken);
        }

        if (options.Phases.Contains(ClusterScenario.Phase))
        {
            await PlayAsync(new ClusterScenario(stage, issuer, options, verdict), stage, verdict, cancellationToken);
        }

        foreach (var line in Summary.Of(verdict))
        {
            stage.Log(line);
        }

        stage.Log(verdict.IsGood ? "GREEN" : $"RED; logs in {stage.KeepLogs()}");
        return verdict.IsGood;
    }

    private static async Task PlayAsync(IScenario scenario, Stage stage, Verdict verdict, CancellationToken cancellationToken)
    {
        await using (scenario)
        {
            try
            {
                await scenario.PlayAsync(cancellationToken);
                verdict.CheckCrashes(scenario.Processes);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                verdict.Add(Problem.Stuck, exception.ToString());
            }

            foreach (var line in Summary.Of(stage.Seed, scenario))
            {
                stage.Log(line);
            }
        }
    }
}
