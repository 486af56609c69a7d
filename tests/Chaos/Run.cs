using PfP.Chaos.Checks;
using PfP.Chaos.Review;
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
        await using (var platform = new Platform(stage, issuer.Address))
        {
            using var scenario = new Scenario(stage, platform, verdict, new Members(issuer));
            try
            {
                await scenario.PlayAsync(options, cancellationToken);
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
