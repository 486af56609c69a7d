using PfP.Search.Engines;
using PfP.Testing.Identity;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Submit;

/// <summary>The catalogue as `./pfp up` builds it, and the search service that its publications have to reach.</summary>
internal sealed class OurCatalogue : IAsyncDisposable
{
    private readonly DirectoryInfo index = Directory.CreateTempSubdirectory("pfp-bench-");

    private OurCatalogue()
    {
    }

    public ServerProcess Catalogue { get; private set; } = null!;

    public ServerProcess Search { get; private set; } = null!;

    public static async Task<OurCatalogue> StartAsync(TestPostgres postgres, TestRabbit rabbit, TestIssuer issuer)
    {
        var ours = new OurCatalogue();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__catalogue"] = await postgres.CreateDatabaseAsync(),
            ["ConnectionStrings__mail"] = "smtp://127.0.0.1:1",
            ["ConnectionStrings__search"] = await postgres.CreateDatabaseAsync(),
            ["ConnectionStrings__messaging"] = await rabbit.CreateVirtualHostAsync(),
            ["Authentication__Issuer"] = issuer.Address,
            ["Search__IndexPath"] = ours.index.FullName,
        };
        ours.Catalogue = await ServerProcess.DotnetAsync(ServerProcess.FreeAddress(), Assembly, [], settings);
        ours.Search = await ServerProcess.DotnetAsync(ServerProcess.FreeAddress(), typeof(ISearchIndex).Assembly.Location, [], settings);
        return ours;
    }

    // It runs from its own folder, where its settings are.
    private static string Assembly =>
        Path.Combine(AppContext.BaseDirectory.Replace("/tests/Benchmarks/", "/services/Catalogue/", StringComparison.Ordinal), "PfP.Catalogue.dll");

    public async ValueTask DisposeAsync()
    {
        await Search.DisposeAsync();
        await Catalogue.DisposeAsync();
        index.Delete(recursive: true);
    }
}
