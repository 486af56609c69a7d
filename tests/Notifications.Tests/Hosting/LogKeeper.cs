using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>Keeps what the service logs.</summary>
internal sealed class LogKeeper : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
