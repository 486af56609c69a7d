using PfP.Chaos.Checks;

namespace PfP.Chaos;

/// <summary>One run from an empty folder to its verdict.</summary>
internal static class Run
{
    public static async Task<bool> PlayAsync(int seed, IReadOnlyList<string> phases, CancellationToken cancellationToken)
    {
        var verdict = new Verdict();
        using var stage = new Stage(seed);
        await using (var platform = new Platform(stage))
        {
            using var scenario = new Scenario(stage, platform, verdict);
            try
            {
                await scenario.PlayAsync(phases, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                verdict.Add(Problem.Stuck, exception.ToString());
            }

            foreach (var line in Summary.Of(seed, scenario, platform, verdict))
            {
                stage.Log(line);
            }
        }

        stage.Log(verdict.IsGood ? "GREEN" : $"RED; logs in {stage.KeepLogs()}");
        return verdict.IsGood;
    }
}
