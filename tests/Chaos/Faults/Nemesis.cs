namespace PfP.Chaos.Faults;

/// <summary>Something bad that can happen.</summary>
/// <param name="Strike">False where there is nothing to strike at the moment.</param>
internal sealed record Fault(string Name, Func<CancellationToken, Task<bool>> Strike);

/// <summary>
/// Plays faults like cards: all of them in random order, then all of them again, until it is told that it is enough, or twice.
/// So each happens, while their order and the moments between them are the seed's.
/// </summary>
/// <param name="between">The longest time from a fault to the next.</param>
internal sealed class Nemesis(Stage stage, IReadOnlyList<Fault> faults, TimeSpan between)
{
    private const int MostRounds = 2;
    private readonly TimeSpan least = between / 3;
    private readonly Dictionary<string, int> struck = faults.ToDictionary(fault => fault.Name, _ => 0);
    private readonly Random random = new(stage.Seed);

    public IReadOnlyDictionary<string, int> Struck => struck;

    public async Task RunAsync(Func<bool> isEnough, CancellationToken cancellationToken)
    {
        for (var round = 1; round == 1 || (round <= MostRounds && !isEnough()); round++)
        {
            foreach (var fault in faults.OrderBy(_ => random.Next()).ToList())
            {
                if (round > 1 && isEnough())
                {
                    return;
                }

                await Task.Delay(least + ((between - least) * random.NextDouble()), cancellationToken);
                if (await fault.Strike(cancellationToken))
                {
                    struck[fault.Name]++;
                }
            }
        }
    }
}
