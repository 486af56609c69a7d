using PfP.Search.Indexing;
using PfP.Testing;

namespace PfP.Search.Tests.Hosting;

internal static class SearchProcess
{
    public static Task<ServiceProcess> StartAsync(string database, string messaging, string indexPath) =>
        ServiceProcess.StartAsync(typeof(SearchOptions).Assembly.Location, new Dictionary<string, string>
        {
            ["ConnectionStrings__search"] = database,
            ["ConnectionStrings__messaging"] = messaging,
            ["Search__IndexPath"] = indexPath,
        });
}
