using Microsoft.Extensions.DependencyInjection;
using PfP.Search.Data;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.SavedSearches;

public sealed class SchemaTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        await using var scope = host.Services.CreateAsyncScope();

        Assert.Empty(await MappedColumns.MissingAsync(scope.ServiceProvider.GetRequiredService<SearchDbContext>(), TestContext.Current.CancellationToken));
    }
}
