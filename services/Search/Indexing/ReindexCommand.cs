using PfP.Search.Data;

namespace PfP.Search.Indexing;

/// <summary><c>reindex</c>: asks the running service to build its index anew and shows how far it is.</summary>
internal static class ReindexCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var rebuilds = services.GetRequiredService<Rebuilds>();
        var id = await rebuilds.RequestAsync(cancellationToken);
        var (asked, told) = (TimeProvider.System.GetTimestamp(), false);
        Console.WriteLine("Asked the search service to build its index anew; it answers from the old one meanwhile.");
        while (true)
        {
            var progress = await rebuilds.ProgressAsync(id, cancellationToken);
            if (progress.Started && !Console.IsOutputRedirected)
            {
                Console.Write($"\r{progress.Events} events");
            }
            if (progress.Finished)
            {
                Console.WriteLine($"\r{progress.Events} events: the new index is in place.");
                return 0;
            }
            if (!progress.Started && !told && TimeProvider.System.GetElapsedTime(asked) > Patience)
            {
                told = true;
                Console.WriteLine("The search service has not taken it up yet. It will when it runs; Ctrl+C stops waiting, not the rebuild.");
            }
            await Task.Delay(Poll, cancellationToken);
        }
    }
}
