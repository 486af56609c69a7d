namespace PfP.Chaos.Checks;

/// <summary>What is wrong, counted by kind, with a few examples of each.</summary>
internal sealed class Verdict
{
    private readonly List<(string Kind, string What)> problems = [];

    public bool IsGood => problems.Count == 0;

    public void Add(string kind, string what) => problems.Add((kind, what));

    public void CheckViews(long counted, int reported)
    {
        if (counted != reported)
        {
            Add(counted > reported ? Problem.Doubled : Problem.Lost, $"{counted} views counted of {reported} reported");
        }
    }

    public void CheckReads((int Good, int All) reads)
    {
        if (reads.Good < 0.99 * reads.All)
        {
            Add(Problem.Unavailable, $"{reads.Good} of {reads.All} pages came while search or the broker was down");
        }
    }

    public int Count(string kind) => problems.Count(problem => problem.Kind == kind);

    public IEnumerable<string> Lines() =>
        problems.GroupBy(problem => problem.Kind).SelectMany(kind => kind.Take(5).Select(problem => $"{problem.Kind}: {problem.What}")
            .Concat(kind.Count() > 5 ? [$"{kind.Key}: and {kind.Count() - 5} more"] : []));
}

/// <summary>The kinds of problems.</summary>
internal static class Problem
{
    /// <summary>Accepted, and gone.</summary>
    public const string Lost = "lost";

    /// <summary>Withdrawn or never published, and found.</summary>
    public const string Ghost = "ghost";

    /// <summary>Happened twice, or found twice.</summary>
    public const string Doubled = "doubled";

    /// <summary>Found as it was before its last change.</summary>
    public const string Stale = "stale";

    /// <summary>Did not come to rest, or not everything is in its place.</summary>
    public const string Stuck = "stuck";

    /// <summary>Pages that needed nothing that was down did not come.</summary>
    public const string Unavailable = "unavailable";
}
