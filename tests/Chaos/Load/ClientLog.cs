using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PfP.Chaos.Load;

/// <summary>What the import command reported, over all its runs: "row 17 imported generated-17 …".</summary>
internal sealed partial class ClientLog
{
    private readonly ConcurrentDictionary<int, int> applied = new();
    private readonly ConcurrentDictionary<int, bool> confirmed = new();

    /// <summary>Rows reported as refused.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    /// <summary>Rows reported as done, by one run or another.</summary>
    public int Confirmed => confirmed.Count;

    /// <summary>Rows reported as newly applied by more than one run: what the first had confirmed was gone.</summary>
    public IEnumerable<int> AppliedTwice => applied.Where(row => row.Value > 1).Select(row => row.Key);

    public void Read(string line)
    {
        if (Row().Match(line) is not { Success: true } match)
        {
            return;
        }

        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        switch (match.Groups["outcome"].Value)
        {
            case "REJECTED":
                Refused.Add(line);
                break;
            case "unchanged":
                confirmed[number] = true;
                break;
            default:
                confirmed[number] = true;
                applied.AddOrUpdate(number, 1, (_, times) => times + 1);
                break;
        }
    }

    [GeneratedRegex(@"^row (?<number>\d+)\s+(?<outcome>imported|updated|withdrawn|unchanged|REJECTED)\b")]
    private static partial Regex Row();
}
