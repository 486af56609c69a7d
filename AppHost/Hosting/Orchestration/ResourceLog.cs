using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Orchestration;

internal sealed record LogLine(long Number, string Text, bool IsError);

/// <summary>The last lines that a resource wrote, kept over restarts so that a crash can still be read about.</summary>
internal sealed class ResourceLog
{
    private const int Capacity = 5_000;
    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private long _count;
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string text, bool isError = false)
    {
        TaskCompletionSource added;
        lock (_lock)
        {
            _lines.Enqueue(new LogLine(++_count, text, isError));
            if (_lines.Count > Capacity)
            {
                _lines.Dequeue();
            }

            (added, _added) = (_added, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        added.SetResult();
    }

    /// <summary>A line of the orchestrator's own among the process's.</summary>
    public void Note(string text, bool isError = false) => Add($"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} [sys] {text}", isError);

    public IReadOnlyList<LogLine> ReadAfter(long number) => ReadAfter(number, out _);

    /// <summary>The lines kept, in portions, and with <paramref name="follow"/> those that come.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> ReadAsync(bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = 0L; ;)
        {
            var lines = ReadAfter(last, out var added);
            if (lines.Count > 0)
            {
                last = lines[^1].Number;
                yield return lines;
            }
            else if (follow)
            {
                await added.WaitAsync(cancellationToken);
            }
            else
            {
                yield break;
            }
        }
    }

    private IReadOnlyList<LogLine> ReadAfter(long number, out Task added)
    {
        lock (_lock)
        {
            added = _added.Task;
            return [.. _lines.SkipWhile(line => line.Number <= number)];
        }
    }
}
