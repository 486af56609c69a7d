using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Chains;

/// <summary>
/// Where the picture of a chain puts its ends: one below the other, so that it is as readable on a telephone as on a desk, each further to the right than
/// what it came out of.
/// </summary>
internal sealed class ChainDrawing
{
    public const int Width = 360;
    private const int RowHeight = 46;
    private const int Margin = 18;
    private const int Step = 20;
    private const int DeepestStep = 6;
    private const double LetterWidth = 7.2;
    private const double BoldLetterWidth = 8.6;

    private readonly Dictionary<string, ChainMark> marks;

    private ChainDrawing(IReadOnlyList<ChainMark> ends, IEnumerable<ChainLinkResponse> links)
    {
        Ends = ends;
        marks = ends.ToDictionary(mark => mark.End.Url);
        Lines = [.. links.Where(link => marks.ContainsKey(link.From) && marks.ContainsKey(link.To)).Select(link => (link.Relation, Path(marks[link.From], marks[link.To])))];
    }

    public IReadOnlyList<ChainMark> Ends { get; }

    /// <summary>By their relation, as data of an SVG path.</summary>
    public IReadOnlyList<(string Relation, string Path)> Lines { get; }

    public int Height => (Ends.Count * RowHeight) + 6;

    public static ChainDrawing Of(ChainResponse chain)
    {
        var depths = Depths(chain);
        return new([.. InOrder(chain).Select((end, row) => Mark(end, row, Math.Min(depths[end.Url], DeepestStep), end.Url == chain.Url ? BoldLetterWidth : LetterWidth))], chain.Links);
    }

    private static ChainMark Mark(EntryLink end, int row, int depth, double letterWidth)
    {
        var x = Margin + (depth * Step);
        var letters = (int)((Width - x - 14) / letterWidth);
        return new(end, x, (row * RowHeight) + 20, end.Title.Length <= letters ? end.Title : $"{end.Title[..(letters - 1)].TrimEnd()}…");
    }

    // Down from the earlier one, then right to the later one; a circle goes back the straight way.
    private static string Path(ChainMark from, ChainMark to) => to.X > from.X && to.Y > from.Y
        ? FormattableString.Invariant($"M{from.X} {from.Y + 8}V{to.Y - 8}Q{from.X} {to.Y} {from.X + 8} {to.Y}H{to.X - 8}")
        : FormattableString.Invariant($"M{from.X} {from.Y}L{to.X} {to.Y}");

    /// <summary>How many steps each is away from a beginning, the longest way; what is in a circle is not followed for ever.</summary>
    private static Dictionary<string, int> Depths(ChainResponse chain)
    {
        var depths = chain.Ends.ToDictionary(end => end.Url, _ => 0);
        for (var (round, changed) = (0, true); changed && round < chain.Ends.Count; round++)
        {
            changed = false;
            foreach (var link in chain.Links.Where(link => depths.ContainsKey(link.From) && depths.ContainsKey(link.To) && depths[link.To] <= depths[link.From]))
            {
                depths[link.To] = depths[link.From] + 1;
                changed = true;
            }
        }

        return depths;
    }

    /// <summary>Each below all that it came out of, and as near to that as can be; of a circle some end is the first.</summary>
    private static List<EntryLink> InOrder(ChainResponse chain)
    {
        var (left, ordered) = (chain.Ends.ToList(), new List<EntryLink>());
        while (left.Count > 0)
        {
            var ready = left.Where(end => !chain.Links.Any(link => link.To == end.Url && left.Any(other => other.Url == link.From && other != end))).ToList();
            var next = ready.MaxBy(end => ordered.FindLastIndex(above => chain.Links.Any(link => link.From == above.Url && link.To == end.Url))) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}

/// <param name="Label">Its title, as much of it as there is room for.</param>
internal sealed record ChainMark(EntryLink End, int X, int Y, string Label);
