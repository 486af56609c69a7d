namespace PfP.Chaos.Faults;

/// <summary>Something bad that can happen.</summary>
/// <param name="Strike">False where there is nothing to strike at the moment.</param>
internal sealed record Fault(string Name, Func<CancellationToken, Task<bool>> Strike);

/// <summary>
/// Plays faults like cards: all of them in random order, then all of them again, until it is told that it is enough, or twice.
/// So each happens, while their order and the moments between them are the seed's.
/// </summary>
internal sealed class Nemesis(Stage stage, IReadOnlyList<Fault> faults)
{
    private const int MostRounds = 2;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(6);
    private readonly Dictionary<string, int> struck = faults.ToDictionary(fault => fault.Name, _ => 0);
    private readonly Random random = new(stage.Seed);

    public IReadOnlyDictionary<string, int> Struck => struck;

    public async Task RunAsync(Func<bool> isEnough, CancellationToken cancellationToken)
    {
        for (var round = 1; round == 1 || (round <= MostRounds && !isEnough()); round++)
        {
            foreach (var fault in faults.OrderBy(_ => random.Next()).ToList())
            {
                await Task.Delay(Least + ((Most - Least) * random.NextDouble()), cancellationToken);
                if (await fault.Strike(cancellationToken))
                {
                    struck[fault.Name]++;
                }
            }
        }
    }
}
