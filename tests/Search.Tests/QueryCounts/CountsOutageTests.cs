using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.Search.QueryCounts;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.QueryCounts;

/// <summary>A host of its own, whose counts cannot be written.</summary>
public sealed class CountsOutageTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Search_WhileCountsCannotBeWritten_Answers_AndIsCountedAgainAfterwards()
    {
        var keep = host.Services.GetRequiredService<KeepCounts>();
        await host.ScalarAsync<object>("alter table query_counts rename to query_counts_away");

        // The service itself may be trying at the same moment, and have taken them.
        await Assert.ThrowsAsync<PostgresException>(() => Eventually.TrueAsync(
            async () =>
            {
                Assert.Equal(0, (await host.SearchAsync("q=while it is away")).Total);
                await keep.WriteAsync(TestContext.Current.CancellationToken);
                return false;
            },
            "a write fails"));
        await host.ScalarAsync<object>("alter table query_counts_away rename to query_counts");

        await host.SearchAsync("q=when it is back");
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>("select asked from query_counts where text = 'when it is back'") == 1, "what is counted afterwards is written");
    }
}
