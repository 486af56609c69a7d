using System.Runtime.CompilerServices;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the dashboard is told of the resources, and the commands that it gives.</summary>
internal sealed class ResourceService(string applicationName, ResourceRegistry registry, ResourceCommands commands)
{
    private const int LinesPerUpdate = 200;

    public Task<ApplicationInformation> GetApplicationInformationAsync(ApplicationInformationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ApplicationInformation { ApplicationName = applicationName });

    public async IAsyncEnumerable<ResourcesUpdate> WatchResourcesAsync(WatchResourcesRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var initial = new ResourceList();
        foreach (var instance in registry.Instances)
        {
            initial.Resources.Add(await ResourceRows.CreateAsync(instance, cancellationToken));
        }

        yield return new ResourcesUpdate { Initial = initial };
        await foreach (var instance in registry.WatchAsync(cancellationToken))
        {
            var row = await ResourceRows.CreateAsync(instance, cancellationToken);
            yield return new ResourcesUpdate { Changes = new ResourceChanges { Value = { new ResourceChange { Upsert = row } } } };
        }
    }

    public async IAsyncEnumerable<ConsoleLogsUpdate> WatchConsoleLogsAsync(ConsoleLogsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var lines in Find(request.ResourceName).Log.ReadAsync(follow: !request.SuppressFollow, cancellationToken))
        {
            foreach (var portion in lines.Chunk(LinesPerUpdate))
            {
                var update = new ConsoleLogsUpdate();
                update.LogLines.AddRange(portion.Select(line => new ConsoleLogLine { Text = line.Text, IsStdErr = line.IsError, LineNumber = (int)line.Number }));
                yield return update;
            }
        }
    }

    public async Task<CommandReply> ExecuteCommandAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await commands.ExecuteAsync(Find(request.ResourceName), request.CommandName, cancellationToken);
            return new CommandReply { Kind = CommandOutcome.Succeeded };
        }
        catch (Exception exception) when (exception is DistributedApplicationException or HttpRequestException or GrpcException)
        {
            return new CommandReply { Kind = CommandOutcome.Failed, ErrorMessage = exception.Message, Message = exception.Message };
        }
    }

    private ResourceInstance Find(string id) => registry.Instances.FirstOrDefault(instance => instance.Id == id)
        ?? throw new GrpcException(GrpcStatus.NotFound, $"There is no resource '{id}'.");
}
