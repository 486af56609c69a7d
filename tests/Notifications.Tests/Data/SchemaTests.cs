using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Data;

public sealed class SchemaTests(NotificationsHost host)
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        Assert.Empty(await host.InDatabaseAsync(db => MappedColumns.MissingAsync(db, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Api_OnlyGrows() =>
        Assert.Empty(await OpenApiContract.RemovedAsync(host.CreateClient(), "services/Notifications/openapi.json", TestContext.Current.CancellationToken));
}
