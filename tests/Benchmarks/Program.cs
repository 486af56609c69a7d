using PfP.Benchmarks.Identity;
using PfP.Benchmarks.Indexing;
using PfP.Benchmarks.Relevance;
using PfP.Benchmarks.Search;
using PfP.Benchmarks.Submit;

// "search", "relevance", "identity" and "submit" compare, "indexing" measures and checks; "postgres" is the endpoint of search's peer, which the comparison starts as a process of its own.
return args switch
{
    ["search", .. var options] => await SearchComparison.RunAsync(SearchComparisonOptions.Parse(options)),
    ["relevance", .. var options] => await RelevanceComparison.RunAsync(RelevanceOptions.Parse(options)),
    ["indexing", .. var options] => await IndexingRun.RunAsync(IndexingOptions.Parse(options)),
    ["identity", .. var options] => await IdentityComparison.RunAsync(IdentityComparisonOptions.Parse(options)),
    ["submit", .. var options] => await SubmitComparison.RunAsync(SubmitComparisonOptions.Parse(options)),
    ["postgres", var connectionString, .. var rest] => await PostgresEndpoint.RunAsync(connectionString, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: search [--sizes 1000,10000,100000] [--rounds 9] [--queries 25]
               relevance [--distractors 10000] [--cranfield FOLDER] [--unseen] [--misses]
               indexing [--documents 100000]
               identity [--rounds 9] [--requests 2000] [--connections 8] [--sign-ins 50]
               submit [--rounds 9] [--seconds 2] [--clients 8]
        """);
    return 2;
}
