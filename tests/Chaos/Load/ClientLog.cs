using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PfP.Chaos.Load;

/// <summary>What the import command reported, over all its runs: "row 17 imported generated-17 …".</summary>
internal sealed partial class ClientLog
{
    private readonly ConcurrentDictionary<(string File, int Row), int> applied = new();
    private readonly ConcurrentDictionary<(string File, int Row), bool> confirmed = new();

    /// <summary>Rows reported as refused.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    /// <summary>Rows reported as done, by one run or another.</summary>
    public int Confirmed => confirmed.Count;

    /// <summary>Rows reported as newly applied by more than one run: what the first had confirmed was gone.</summary>
    public IEnumerable<(string File, int Row)> AppliedTwice => applied.Where(row => row.Value > 1).Select(row => row.Key);

    /// <returns>True where the line says that a row was newly applied.</returns>
    public bool Read(string file, string line)
    {
        if (Row().Match(line) is not { Success: true } match)
        {
            return false;
        }

        var row = (file, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
        switch (match.Groups["outcome"].Value)
        {
            case "REJECTED":
                Refused.Add(line);
                return false;
            case "unchanged":
                confirmed[row] = true;
                return false;
            default:
                confirmed[row] = true;
                applied.AddOrUpdate(row, 1, (_, times) => times + 1);
                return true;
        }
    }

    [GeneratedRegex(@"^row (?<number>\d+)\s+(?<outcome>imported|updated|withdrawn|unchanged|REJECTED)\b")]
    private static partial Regex Row();
}
