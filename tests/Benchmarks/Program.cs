using PfP.Benchmarks.Search;

// "search" compares; "postgres" is the peer's endpoint, which the comparison starts as a process of its own.
return args switch
{
    ["search", .. var options] => await SearchComparison.RunAsync(SearchComparisonOptions.Parse(options)),
    ["postgres", var connectionString, .. var rest] => await PostgresEndpoint.RunAsync(connectionString, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: search [--sizes 1000,10000,100000] [--rounds 9] [--queries 25]");
    return 2;
}
