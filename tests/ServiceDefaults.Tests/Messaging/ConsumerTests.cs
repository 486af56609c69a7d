using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Messaging;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Messaging;

public sealed class ConsumerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consume_WhenReaderStartsLater_LosesNothing()
    {
        await using var backing = await Backing.NewAsync();
        await using (var producer = await NoteService.StartAsync(backing, consume: false))
        {
            await producer.WriteAsync(5);
            await Eventually.TrueAsync(async () => await producer.ScalarAsync<long>("select count(*) from outbox where sent_at is not null") == 5, "all sent");
        }

        await using var reader = await NoteService.StartAsync(backing);

        await Eventually.TrueAsync(async () => (await reader.ReceivedAsync()).Length == 5, "five effects");
    }

    [Fact]
    public async Task Consume_WhileHandlerIsNotReady_HoldsNoTransaction_AndLosesNothing()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        var ready = new TaskCompletionSource();
        service.Probe.Ready = ready.Task;
        await service.WriteAsync(5);
        await Eventually.TrueAsync(() => service.Probe.Asked == 5, "five that wait");

        Assert.Equal(0, await service.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'"));

        ready.SetResult();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 5, "five effects");
    }

    [Fact]
    public async Task Consume_WhenHandlerKeepsFailing_KeepsADeadLetterThatCanBeReplayed()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        service.Probe.Failing = true;
        var ids = await service.WriteAsync();
        var letters = service.Services.GetRequiredService<DeadLetters>();

        await Eventually.TrueAsync(async () => (await letters.ListAsync(10, Cancellation)).Count == 1, "a dead letter");

        var letter = (await letters.ListAsync(10, Cancellation)).Single();
        Assert.Equal((NoteService.Queue, typeof(NoteWritten).FullName), (letter.Queue, letter.EventType));
        Assert.Equal(service.Probe.Deliveries.Distinct().Single(), letter.MessageId);
        Assert.Contains("told to fail", letter.Error, StringComparison.Ordinal);
        Assert.Empty(await service.ReceivedAsync());

        service.Probe.Failing = false;
        Assert.True(await letters.ReplayAsync(letter.Id, Cancellation));

        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "the effect at last");
        Assert.Equal((ids[0], letter.MessageId), (await service.ReceivedAsync()).Select(note => (note.NoteId, (Guid?)note.MessageId)).Single());
        Assert.NotNull((await letters.ListAsync(10, Cancellation)).Single().ReplayedAt);
        Assert.False(await letters.ReplayAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task Consume_WhenMessageCannotBeRead_KeepsItAsADeadLetter()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "the queue is there");

        await using (var channel = await service.Services.GetRequiredService<BrokerConnection>().OpenChannelAsync(Cancellation))
        {
            var properties = Envelope.Properties(Guid.NewGuid(), null);
            await channel.BasicPublishAsync("", NoteService.Queue, mandatory: true, properties, Encoding.UTF8.GetBytes("not\0JSON"), Cancellation);
        }

        var letters = service.Services.GetRequiredService<DeadLetters>();
        await Eventually.TrueAsync(async () => (await letters.ListAsync(10, Cancellation)).Count == 1, "a dead letter");
        Assert.Equal("notJSON", (await letters.ListAsync(10, Cancellation)).Single().Body);
    }

    [Fact]
    public async Task Consume_WhenDeclared_UsesDurableQuorumQueues()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "the queue is there");

        var queues = await (await TestRabbit.SharedAsync).QueuesAsync(backing.Messaging);

        foreach (var name in new[] { NoteService.Queue, $"{NoteService.Queue}_error", "search-entry-published", "catalogue-entries-viewed" })
        {
            await Eventually.TrueAsync(async () => (await (await TestRabbit.SharedAsync).QueuesAsync(backing.Messaging)).ContainsKey(name), name);
            queues = await (await TestRabbit.SharedAsync).QueuesAsync(backing.Messaging);
            Assert.Equal("quorum", queues[name].GetProperty("arguments").GetProperty("x-queue-type").GetString());
            Assert.True(queues[name].GetProperty("durable").GetBoolean());
        }
    }

    [Fact]
    public async Task Observe_WhenTwoReplicasRun_TellsBoth()
    {
        await using var backing = await Backing.NewAsync();
        await using var first = await NoteService.StartAsync(backing);
        await using var second = await NoteService.StartAsync(backing);
        await Eventually.TrueAsync(async () => (await first.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).IsSuccessStatusCode, "first");
        await Eventually.TrueAsync(async () => (await second.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).IsSuccessStatusCode, "second");

        var ids = await first.WriteAsync();

        await Eventually.TrueAsync(() => first.Probe.Observed.Contains(ids[0]) && second.Probe.Observed.Contains(ids[0]), "both observers");
    }

    [Fact]
    public void Consume_WhenTopologyDoesNotListTheQueue_RefusesToStart()
    {
        var builder = WebApplication.CreateBuilder();

        var refusal = Assert.Throws<InvalidOperationException>(() =>
            builder.AddMessaging<NoteDbContext>("notes", messaging => messaging.Consume<NoteWritten, RecordNote>()));

        Assert.Contains("notes-note-written", refusal.Message, StringComparison.Ordinal);
    }
}
