using PfP.Benchmarks.Identity;
using PfP.Benchmarks.Search;

// "search" and "identity" compare; "postgres" is the endpoint of search's peer, which the comparison starts as a process of its own.
return args switch
{
    ["search", .. var options] => await SearchComparison.RunAsync(SearchComparisonOptions.Parse(options)),
    ["identity", .. var options] => await IdentityComparison.RunAsync(IdentityComparisonOptions.Parse(options)),
    ["postgres", var connectionString, .. var rest] => await PostgresEndpoint.RunAsync(connectionString, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: search [--sizes 1000,10000,100000] [--rounds 9] [--queries 25]
               identity [--rounds 9] [--requests 2000] [--connections 8] [--sign-ins 50]
        """);
    return 2;
}
