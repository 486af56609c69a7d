using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using PfP.ServiceDefaults.Messaging;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Messaging;

public sealed class BrokerConnectionTests
{
    [Fact]
    public async Task Broker_ThatDoesNotAnswerInTime_IsAskedAgain()
    {
        await using var relay = new StallingRelay(new Uri(await (await TestRabbit.SharedAsync).CreateVirtualHostAsync()));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:messaging"] = relay.Address.ToString() }).Build();
        await using var broker = new BrokerConnection(
            configuration, new ServiceName("notes"), new EventTypes(new Dictionary<Type, IReadOnlyList<string>> { [typeof(BrokerConnectionTests)] = ["notes-asked-again"] }), NullLogger<BrokerConnection>.Instance)
        {
            AnswersWithin = TimeSpan.FromSeconds(2),
        };

        var connection = await broker.GetAsync(TestContext.Current.CancellationToken);

        Assert.True(connection.IsOpen);
        Assert.True(relay.Connections > 1);
    }
}
