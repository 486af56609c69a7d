using Aspire.Hosting.Orchestration;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.ApplicationModel;

public sealed class BuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resource_WhenNameIsTaken_IsRefused()
    {
        var builder = RunningApplication.CreateBuilder(_folder);
        builder.AddParameter("name", "value");

        Assert.Throws<DistributedApplicationException>(() => builder.AddExecutable("Name", "true", "/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("under_score")]
    [InlineData("späti")]
    public void Resource_WhenNameIsNoName_IsRefused(string name) => Assert.Throws<ArgumentException>(() => new ExecutableResource(name, "true", "/"));

    [Fact]
    public async Task Parameter_WhenConfigured_HasThatValue()
    {
        var builder = RunningApplication.CreateBuilder(_folder, "--Parameters:greeting=Hello");

        Assert.Equal("Hello", await builder.AddParameter("greeting", "Good day").Resource.GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task Password_WhenAskedAgain_IsTheSameAndForItsOwnerOnly()
    {
        var first = await RunningApplication.CreateBuilder(_folder).CreatePassword("password").Resource.GetValueAsync(CancellationToken);
        var second = await RunningApplication.CreateBuilder(_folder).CreatePassword("password").Resource.GetValueAsync(CancellationToken);
        var other = await RunningApplication.CreateBuilder(_folder).CreatePassword("other").Resource.GetValueAsync(CancellationToken);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["secrets.json"]));
    }

    [Fact]
    public async Task References_BecomeConnectionStringsAndAddresses()
    {
        var builder = RunningApplication.CreateBuilder(_folder, "--ConnectionStrings:postgres=Host=db.example;Username=admin;Password=x", "--Parameters:orders-database-password=own");
        var database = builder.AddPostgres("postgres").AddDatabase("orders-database", "orders");
        var service = builder.AddProject("orders", "Orders/Orders.csproj").WithHttpEndpoint();
        service.Resource.GetEndpoints().Single().AllocatedPort = 4711;
        var user = builder.AddWorker("worker").WithReference(database, "orders").WithReference(service);

        var environment = await new LaunchPlanner(new TelemetryTarget("http://localhost:4712", "key"))
            .GetEnvironmentAsync(new ResourceInstance(user.Resource, "worker-1"), CancellationToken);

        Assert.Equal("http://localhost:4711", environment["services__orders__http__0"]);
        Assert.Equal("Host=db.example;Username=orders;Password=own;Database=orders", environment["ConnectionStrings__orders"]);
    }

    [Fact]
    public void Server_WhenConnectionStringIsGiven_IsNotStarted()
    {
        var builder = RunningApplication.CreateBuilder(_folder, "--ConnectionStrings:messaging=amqp://user:secret@broker.example");

        var given = builder.AddRabbitMQ("messaging").Resource;
        var own = builder.AddPostgres("postgres").Resource;

        Assert.False(given.IsProcess());
        Assert.Empty(given.GetEndpoints());
        Assert.True(own.IsProcess());
    }
}
