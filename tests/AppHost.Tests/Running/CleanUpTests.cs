using System.Net;
using System.Runtime.InteropServices;
using Aspire.Hosting.Orchestration;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class CleanUpTests
{
    private static readonly TimeSpan s_cleanUpLimit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Application_WhenKilled_LeavesNoProcess()
    {
        await using var application = await ApplicationProcess.StartAsync();

        ProcessSignals.Kill(application.Id);

        await AssertNothingIsLeftAsync(application);
    }

    [Fact]
    public async Task Application_WhenOrchestratorDies_SaysSoAndEnds()
    {
        await using var application = await ApplicationProcess.StartAsync();

        ProcessSignals.Kill(FindProcess(application, "start-apiserver"));

        await AssertNothingIsLeftAsync(application);
        Assert.Equal(1, await application.WaitForExitAsync());
        Assert.Contains("The orchestrator (DCP) died", application.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_WhenItsDashboardDies_StartsItAgain_AndWhenTerminated_LeavesNoProcess()
    {
        await using var application = await ApplicationProcess.StartAsync();
        using var http = new HttpClient();
        var address = new Uri($"http://localhost:{application.Port + 10}/login");
        await Eventually.HoldsAsync(() => AnswersAsync(http, address), TimeSpan.FromSeconds(30), () => application.Output);

        ProcessSignals.Kill(FindProcess(application, "aspire-managed dashboard"));

        await application.WaitForOutputAsync("The dashboard ended with exit code");
        await Eventually.HoldsAsync(() => AnswersAsync(http, address), TimeSpan.FromSeconds(30), () => application.Output);

        ProcessSignals.Send(application.Id, PosixSignal.SIGTERM);

        await AssertNothingIsLeftAsync(application);
        Assert.Equal(0, await application.WaitForExitAsync());
        Assert.EndsWith("Stopped.", application.Output.TrimEnd(), StringComparison.Ordinal);
    }

    private static async Task AssertNothingIsLeftAsync(ApplicationProcess application)
    {
        var took = await Eventually.HoldsAsync(
            () => application.FindProcesses().Count == 0, s_cleanUpLimit, () => string.Join('\n', application.FindProcesses()));
        TestContext.Current.SendDiagnosticMessage($"Nothing left after {took.TotalSeconds:0.0} seconds.");
    }

    private static int FindProcess(ApplicationProcess application, string command) =>
        application.FindProcesses().Single(process => process.Command.Contains(command, StringComparison.Ordinal)).Id;

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
