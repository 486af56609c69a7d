using System.Buffers;
using System.IO.Pipelines;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Wire;

namespace PfP.AppHost.Tests.Dashboard;

public sealed class GrpcFramesTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_WhenWritten_IsReadAgain()
    {
        var pipe = new Pipe();
        await GrpcFrames.WriteAsync(pipe.Writer, new CommandRequest { CommandName = "stop", ResourceName = "search-1" }, CancellationToken);
        await GrpcFrames.WriteAsync(pipe.Writer, new WatchResourcesRequest(), CancellationToken);

        var command = await GrpcFrames.ReadAsync<CommandRequest>(pipe.Reader, CancellationToken);
        var watch = await GrpcFrames.ReadAsync<WatchResourcesRequest>(pipe.Reader, CancellationToken);

        Assert.Equal(("stop", "search-1"), (command.CommandName, command.ResourceName));
        Assert.False(watch.HasIsReconnect);
    }

    [Fact]
    public Task Message_WhenCompressed_IsRefused() => AssertRefusedAsync(GrpcStatus.Unimplemented, 1, 0, 0, 0, 0);

    [Fact]
    public Task Message_WhenCutOff_IsRefused() => AssertRefusedAsync(GrpcStatus.InvalidArgument, 0, 0, 0, 0, 9, 10);

    [Fact]
    public Task Message_WhenAnnouncedAsEndless_IsRefused() => AssertRefusedAsync(GrpcStatus.InvalidArgument, 0, 255, 255, 255, 255);

    private static async Task AssertRefusedAsync(GrpcStatus status, params byte[] bytes)
    {
        var reader = PipeReader.Create(new ReadOnlySequence<byte>(bytes));

        var exception = await Assert.ThrowsAsync<GrpcException>(() => GrpcFrames.ReadAsync<CommandRequest>(reader, CancellationToken));

        Assert.Equal(status, exception.Status);
    }
}
