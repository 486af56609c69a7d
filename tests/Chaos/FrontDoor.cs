using System.Net;
using PfP.Chaos.Checks;
using PfP.Chaos.Processes;

namespace PfP.Chaos;

/// <summary>What a visitor sees through gateway and portal while there is no search: practices, and a page that says so.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly Stage stage;
    private readonly Verdict verdict;
    private readonly Service portal;
    private readonly Service gateway;
    private readonly HttpClient visitor = new() { Timeout = TimeSpan.FromSeconds(15) };

    public FrontDoor(Platform platform, Verdict verdict, Stage stage)
    {
        (this.stage, this.verdict) = (stage, verdict);
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__messaging"] = platform.Broker.ConnectionString,
            ["services__catalogue__http__0"] = platform.Catalogue.Address.ToString(),
            ["services__search__http__0"] = platform.Search.Address.ToString(),
            ["services__calls__http__0"] = "http://127.0.0.1:1",
            // Visitors need no session, and so neither its database nor the services that are for members.
            ["ConnectionStrings__web"] = "Host=127.0.0.1;Port=1",
            ["services__identity__http__0"] = "http://127.0.0.1:1",
            ["SharedKeys__Secret"] = "nothing is ever sealed with this one",
        };
        portal = new Service("portal", "frontend/Portal", stage, environment);
        gateway = new Service("gateway", "gateway", stage, new Dictionary<string, string>(environment)
        {
            ["services__portal__http__0"] = portal.Address.ToString(),
            ["services__notifications__http__0"] = "http://127.0.0.1:1",
        });
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await portal.StartAsync(cancellationToken);
        await gateway.StartAsync(cancellationToken);
        await VisitAsync("/practices", [HttpStatusCode.OK], cancellationToken);
        await VisitAsync("/search?q=remittances", [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.Process.DisposeAsync();
        await portal.Process.DisposeAsync();
        gateway.Dispose();
        portal.Dispose();
        visitor.Dispose();
    }

    private async Task VisitAsync(string path, HttpStatusCode[] expected, CancellationToken cancellationToken)
    {
        using var answer = await visitor.GetAsync(new Uri(gateway.Address, path), cancellationToken);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        stage.Log($"without search, {path} answers {(int)answer.StatusCode}{(isPage ? " with a page" : "")}");
        if (!isPage || !expected.Contains(answer.StatusCode))
        {
            verdict.Add(Problem.Unavailable, $"without search, {path} answers {(int)answer.StatusCode}");
        }
    }
}
