using System.Globalization;

namespace PfP.Benchmarks.Submit;

/// <param name="Seconds">How long a turn is; a round has two turns of each side.</param>
/// <param name="Clients">How many work at a time, on either side.</param>
internal sealed record SubmitComparisonOptions(int Rounds, int Seconds, int Clients)
{
    public TimeSpan Turn => TimeSpan.FromSeconds(Seconds);

    public static SubmitComparisonOptions Parse(string[] args)
    {
        var options = new SubmitComparisonOptions(9, 2, 8);
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            var value = int.Parse(args[index + 1], CultureInfo.InvariantCulture);
            options = args[index] switch
            {
                "--rounds" => options with { Rounds = value },
                "--seconds" => options with { Seconds = value },
                "--clients" => options with { Clients = value },
                _ => throw new ArgumentException($"{args[index]} is not an option."),
            };
        }

        return options;
    }
}
