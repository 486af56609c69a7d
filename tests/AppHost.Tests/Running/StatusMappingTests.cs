using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace PfP.AppHost.Tests.Running;

public sealed class StatusMappingTests
{
    [Theory]
    [InlineData(null, null, false, KnownResourceStates.Starting, false)]
    [InlineData("Running", null, false, KnownResourceStates.Running, false)]
    [InlineData("Running", null, true, KnownResourceStates.Stopping, false)]
    [InlineData("Finished", 0, false, KnownResourceStates.Finished, false)]
    [InlineData("Finished", 134, false, KnownResourceStates.Exited, true)]
    [InlineData("Finished", 143, true, KnownResourceStates.Exited, false)]
    [InlineData("Terminated", null, true, KnownResourceStates.Exited, false)]
    [InlineData("FailedToStart", null, false, KnownResourceStates.FailedToStart, true)]
    public void Status_IsShownAs(string? status, int? exitCode, bool stopRequested, string state, bool failure)
    {
        var snapshot = StatusMapping.Apply(new DcpExecutableStatus { State = status, ExitCode = exitCode }, new ResourceSnapshot { StopRequested = stopRequested });

        Assert.Equal((state, failure), (snapshot.State, snapshot.IsFailure));
    }
}
