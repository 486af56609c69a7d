using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using Npgsql;
using PfP.AppHost.Tests.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.AppHost.Tests.Running;

public sealed class LocalServerTests(LocalServerTests.Servers servers) : IClassFixture<LocalServerTests.Servers>
{
    private readonly RunningApplication _servers = servers.Application;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Postgres_WhenItsPostmasterIsKilled_StartsAgainWithItsData()
    {
        var application = _servers;
        await application.WaitForAsync("orders-database", KnownResourceStates.Running);
        await application.WaitForAsync("stock-database", KnownResourceStates.Running);
        await ExecuteAsync(application, "CREATE EXTENSION pg_trgm; CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");
        // A backend that is busy does not notice that the postmaster is gone, and holds on to the data.
        _ = ExecuteAsync(application, "SELECT count(*) FROM generate_series(1, 1000000000)").ContinueWith(static _ => { }, TaskScheduler.Default);
        await ExecuteAsync(application, "SELECT pg_sleep(0.1)");

        Kill(application, "postgres");
        await application.WaitForAsync("postgres", KnownResourceStates.Exited);
        await application.Control("postgres").StartAsync(CancellationToken);
        // The databases may not have noticed yet that their server was away: its own health is new for certain.
        await application.WaitAsync(() => application.Find("postgres").IsHealthy);
        await application.WaitForAsync("orders-database", KnownResourceStates.Running);

        Assert.Equal(42, await ExecuteAsync(application, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task Database_IsClosedToOtherRoles()
    {
        var application = _servers;
        await application.WaitForAsync("orders-database", KnownResourceStates.Running);
        await application.WaitForAsync("stock-database", KnownResourceStates.Running);
        var intruder = new NpgsqlConnectionStringBuilder(await GetConnectionStringAsync(application, "orders-database")) { Database = "stock" };

        await using var connection = new NpgsqlConnection(intruder.ConnectionString);
        var exception = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, exception.SqlState);
    }

    [Theory]
    [InlineData("postgres", "")]
    [InlineData("postgres", "postgres")]
    [InlineData("orders", "")]
    public async Task Postgres_WithoutItsPassword_LetsNobodyIn(string user, string password)
    {
        await _servers.WaitForAsync("orders-database", KnownResourceStates.Running);
        var intruder = new NpgsqlConnectionStringBuilder(await GetConnectionStringAsync(_servers, "orders-database")) { Username = user, Password = password };

        await using var connection = new NpgsqlConnection(intruder.ConnectionString);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.OpenAsync(CancellationToken));
    }

    [Theory]
    [InlineData("guest", "guest")]
    [InlineData("pfp", "guest")]
    [InlineData("pfp", "")]
    public async Task RabbitMQ_WithoutItsPassword_LetsNobodyIn(string user, string password)
    {
        await _servers.WaitUntilHealthyAsync("messaging");
        var factory = new ConnectionFactory { Uri = new Uri(await GetConnectionStringAsync(_servers, "messaging")), UserName = user, Password = password };

        await Assert.ThrowsAsync<BrokerUnreachableException>(() => factory.CreateConnectionAsync(CancellationToken));
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("messaging")]
    public async Task Server_WhenItRuns_IsReachedFromThisMachineOnly(string name)
    {
        await _servers.WaitUntilHealthyAsync(name);
        var ports = ((IResourceWithEndpoints)_servers.Find(name).Resource).GetEndpoints().Select(endpoint => endpoint.RequiredPort).ToArray();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToArray();

        Assert.Equal(ports.Order(), listeners.Select(listener => listener.Port).Distinct().Order());
        Assert.All(listeners, listener => Assert.True(IPAddress.IsLoopback(listener.Address), $"{listener}"));
    }

    [Fact]
    public async Task GivenServer_GetsItsDatabasesAndIsNotStarted()
    {
        await _servers.WaitUntilHealthyAsync("postgres");
        var given = await GetConnectionStringAsync(_servers, "postgres");
        await using var application = await RunningApplication.StartAsync(builder =>
        {
            builder.Configuration["ConnectionStrings:postgres"] = given;
            builder.AddPostgres("postgres").AddDatabase("orders-database", "other_orders");
        });

        await application.WaitForAsync("orders-database", KnownResourceStates.Running);

        Assert.Null(application.Find("postgres").Snapshot.Pid);
        Assert.False(Directory.Exists(application.Folder["postgres"]));
        Assert.Equal("other_orders", await ExecuteAsync(application, "SELECT current_user::text"));
    }

    [Fact]
    public async Task RabbitMQ_WhenKilled_KeepsTheMessagesOfQuorumQueues()
    {
        var application = _servers;
        await application.WaitUntilHealthyAsync("messaging");
        await PublishAsync(application, "kept"u8.ToArray());
        // RabbitMQ notes a new queue's members on disk half a second later, without which the queue has no leader afterwards.
        var members = application.Folder["messaging/mnesia/messaging@localhost/quorum/messaging@localhost/names.dets"];
        await Eventually.HoldsAsync(() => File.ReadAllText(members, Encoding.Latin1).Contains("%2F_orders", StringComparison.Ordinal), TimeSpan.FromSeconds(10), () => "not noted");

        Kill(application, "messaging");
        await application.WaitForAsync("messaging", KnownResourceStates.Exited);
        await application.Control("messaging").StartAsync(CancellationToken);
        await application.WaitUntilHealthyAsync("messaging");

        await using var connection = await ConnectAsync(application);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: CancellationToken);
        var message = await channel.BasicGetAsync("orders", autoAck: true, CancellationToken);
        Assert.Equal("kept"u8.ToArray(), message!.Body.ToArray());
    }

    [Fact]
    public async Task RabbitMQ_WhenItsFirstBootWasCutOff_BeginsAnew()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddRabbitMQ("messaging"));
        await application.WaitUntilHealthyAsync("messaging");
        Kill(application, "messaging");
        await application.WaitForAsync("messaging", KnownResourceStates.Exited);
        // What a boot leaves that ends while it writes its schema.
        var data = application.Folder["messaging/mnesia/messaging@localhost"];
        Array.ForEach(Directory.GetFiles(data, "rabbit_*"), File.Delete);
        await File.WriteAllBytesAsync(Path.Combine(data, "schema.DAT"), [], CancellationToken);

        await application.Control("messaging").StartAsync(CancellationToken);

        await application.WaitUntilHealthyAsync("messaging");
    }

    private static void Kill(RunningApplication application, string name)
    {
        using var process = ProcessTable.Find((int)application.Find(name).Snapshot.Pid!);
        process!.Kill();
    }

    private static async Task<string> GetConnectionStringAsync(RunningApplication application, string name) =>
        (await ((IResourceWithConnectionString)application.Find(name).Resource).GetValueAsync(CancellationToken))!;

    private static async Task<object?> ExecuteAsync(RunningApplication application, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await GetConnectionStringAsync(application, "orders-database"));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(CancellationToken);
    }

    private static async Task<IConnection> ConnectAsync(RunningApplication application)
    {
        var factory = new ConnectionFactory { Uri = new Uri(await GetConnectionStringAsync(application, "messaging")) };
        return await factory.CreateConnectionAsync(CancellationToken);
    }

    private static async Task PublishAsync(RunningApplication application, byte[] body)
    {
        await using var connection = await ConnectAsync(application);
        var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirms, CancellationToken);
        await channel.QueueDeclareAsync("orders", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: CancellationToken);
        await channel.BasicPublishAsync("", "orders", mandatory: true, body, CancellationToken);
    }

    /// <summary>Both servers, for all tests of this class.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        private RunningApplication? _application;

        internal RunningApplication Application => _application!;

        public async ValueTask InitializeAsync() => _application = await RunningApplication.StartAsync(builder =>
        {
            var postgres = builder.AddPostgres("postgres");
            postgres.AddDatabase("orders-database", "orders");
            postgres.AddDatabase("stock-database", "stock");
            builder.AddRabbitMQ("messaging");
        });

        public async ValueTask DisposeAsync() => await (_application?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
