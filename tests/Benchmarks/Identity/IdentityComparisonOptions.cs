using System.Globalization;

namespace PfP.Benchmarks.Identity;

/// <param name="Requests">How many tokens each side gives in a turn; a round has two turns of each.</param>
internal sealed record IdentityComparisonOptions(int Rounds, int Requests, int Connections, int SignIns)
{
    public static IdentityComparisonOptions Parse(string[] args)
    {
        var options = new IdentityComparisonOptions(9, 2000, 8, 50);
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            var value = int.Parse(args[index + 1], CultureInfo.InvariantCulture);
            options = args[index] switch
            {
                "--rounds" => options with { Rounds = value },
                "--requests" => options with { Requests = value },
                "--connections" => options with { Connections = value },
                "--sign-ins" => options with { SignIns = value },
                _ => throw new ArgumentException($"{args[index]} is not an option."),
            };
        }

        return options;
    }
}
