using Npgsql;
using PfP.Testing;

namespace PfP.EndToEnd;

public sealed class ViewCountTests(RunningSystem system)
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Practice_ReadThreeTimes_HasThreeViewsMoreInTheCatalogue()
    {
        await using var catalogue = NpgsqlDataSource.Create(await system.SettingAsync("ConnectionStrings__catalogue"));
        using var reader = new HttpClient { BaseAddress = new(system.Address) };
        reader.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);

        for (var time = 0; time < 3; time++)
        {
            (await reader.GetAsync(new Uri("/practices/rabat-process", UriKind.Relative), Cancellation)).EnsureSuccessStatusCode();
        }

        await Eventually.TrueAsync(async () => await ViewsAsync(catalogue) == 3, "all views are counted");
    }

    private static async Task<long> ViewsAsync(NpgsqlDataSource catalogue)
    {
        await using var command = catalogue.CreateCommand("""
            select coalesce(sum(views), 0) from entry_counts join entries on entries.id = entry_id where slug = 'rabat-process'
            """);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
