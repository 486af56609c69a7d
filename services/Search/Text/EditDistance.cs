namespace PfP.Search.Text;

/// <summary>Damerau-Levenshtein distance in its restricted form (no substring edited twice), cut off at a limit.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>How many slips of the finger are forgiven in a word of that length.</summary>
    public static int Tolerated(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is larger than the limit.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > Longest || right.Length > Longest)
        {
            return limit + 1;
        }
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }
        for (var row = 1; row <= left.Length; row++)
        {
            if (FillRow(left, right, row, beforeLast, last, current) > limit)
            {
                return limit + 1;
            }
            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return Math.Min(last[right.Length], limit + 1);
    }

    private static int FillRow(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int row, Span<int> beforeLast, Span<int> last, Span<int> current)
    {
        current[0] = row;
        var least = row;
        for (var column = 1; column <= right.Length; column++)
        {
            var cost = left[row - 1] == right[column - 1] ? 0 : 1;
            var distance = Math.Min(Math.Min(current[column - 1], last[column]) + 1, last[column - 1] + cost);
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
            {
                distance = Math.Min(distance, beforeLast[column - 2] + 1);
            }
            current[column] = distance;
            least = Math.Min(least, distance);
        }
        return least;
    }
}
