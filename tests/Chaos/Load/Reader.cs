using System.Diagnostics;
using PfP.Chaos.Processes;

namespace PfP.Chaos.Load;

/// <summary>
/// A visitor who reads practices all the time. What counts is what he got while search or the broker was down, except
/// while what a page needs (catalogue and PostgreSQL) was down too, or had come back less than two seconds before.
/// </summary>
internal sealed class Reader(Uri catalogue, IReadOnlyList<Supervised> needed, IReadOnlyList<Supervised> notNeeded) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly long Settling = 2 * Stopwatch.Frequency;
    private readonly HttpClient http = new() { BaseAddress = catalogue, Timeout = TimeSpan.FromSeconds(5) };
    private readonly List<(long From, long To, bool Good)> reads = [];
    private int page;

    public (int Good, int All) WhileDegraded
    {
        get
        {
            var counted = reads
                .Where(read => notNeeded.Any(other => other.Dead.Cover(read.From, read.To)) && !needed.Any(one => one.Dead.Touch(read.From - Settling, read.To)))
                .ToList();
            return (counted.Count(read => read.Good), counted.Count);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var from = Stopwatch.GetTimestamp();
            var good = await ReadAsync(cancellationToken);
            reads.Add((from, Stopwatch.GetTimestamp(), good));
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            page = (page % 20) + 1;
            using var answer = await http.GetAsync(new Uri($"/api/catalogue/practices?page={page}&pageSize=5", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
