using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(PfP.EndToEnd.LeastMovedFirst))]

namespace PfP.EndToEnd;

/// <summary>Tests that move the clock of the running system a little, after all others: who is signed in stays so.</summary>
[CollectionDefinition(nameof(MovedByMinutes), DisableParallelization = true)]
public sealed class MovedByMinutes;

/// <summary>Tests that move it far, after which nobody is signed in.</summary>
[CollectionDefinition(nameof(MovedByMonths), DisableParallelization = true)]
public sealed class MovedByMonths;

/// <summary>By their names: a clock does not go back.</summary>
public sealed class LeastMovedFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];
}
