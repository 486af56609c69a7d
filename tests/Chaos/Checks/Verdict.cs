using PfP.Chaos.Load;
using PfP.Chaos.Processes;

namespace PfP.Chaos.Checks;

/// <summary>What is wrong, counted by kind, with a few examples of each.</summary>
internal sealed class Verdict
{
    private readonly List<(string Kind, string What)> problems = [];

    public bool IsGood => problems.Count == 0;

    public void Add(string kind, string what) => problems.Add((kind, what));

    /// <summary>Every row was confirmed, and none that was confirmed had to be applied again.</summary>
    public void CheckAnswers(ClientLog log, int rows)
    {
        if (log.Confirmed < rows)
        {
            Add(Problem.Lost, $"{rows - log.Confirmed} of {rows} rows were never confirmed");
        }

        foreach (var (file, row) in log.AppliedTwice)
        {
            Add(Problem.Lost, $"row {row} of {Path.GetFileName(file)} was confirmed, and applied again by a later run");
        }

        foreach (var line in log.Refused.Distinct())
        {
            Add(Problem.Stuck, line);
        }
    }

    public void CheckViews(long counted, int reported)
    {
        if (counted != reported)
        {
            Add(counted > reported ? Problem.Doubled : Problem.Lost, $"{counted} views counted of {reported} reported");
        }
    }

    public void CheckCount(string what, int found, int expected)
    {
        if (found != expected)
        {
            Add(found > expected ? Problem.Doubled : Problem.Lost, $"{found} {what} for {expected} submissions");
        }
    }

    /// <summary>99 of 100, and one of fewer: a busy machine may let a page time out.</summary>
    public void CheckReads((int Good, int All) reads)
    {
        if (reads.All - reads.Good > Math.Max(1, reads.All / 100))
        {
            Add(Problem.Unavailable, $"{reads.Good} of {reads.All} pages came while search or the broker was down");
        }
    }

    public void CheckCrashes(IEnumerable<Supervised> processes)
    {
        foreach (var process in processes.Where(process => process.Crashes > 0))
        {
            Add(Problem.Crashed, $"{process.Name} ended by itself {process.Crashes} times");
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
    public static IReadOnlyList<string> Kinds => [Lost, Ghost, Doubled, Stale, Stuck, Crashed, Unavailable];

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

    /// <summary>Did not outlive a fault of another process.</summary>
    public const string Crashed = "crashed";

    /// <summary>Pages that needed nothing that was down did not come.</summary>
    public const string Unavailable = "unavailable";
}
