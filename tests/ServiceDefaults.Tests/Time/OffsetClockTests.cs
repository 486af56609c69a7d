using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Time;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Time;

public sealed class OffsetClockTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("3.00:00:00", 72)]
    [InlineData("-01:00:00\n", -1)]
    [InlineData("", 0)]
    [InlineData("tomorrow", 0)]
    public void Now_IsTheSystemsTimePlusTheOffsetInTheFile(string text, int hours)
    {
        File.WriteAllText(file, text);
        using var clock = new OffsetClock(file);

        Assert.Equal(TimeProvider.System.GetUtcNow().AddHours(hours), clock.GetUtcNow(), Moment);
    }

    [Fact]
    public void Now_WithoutTheFile_IsTheSystemsTime()
    {
        using var clock = new OffsetClock(file + ".missing");

        Assert.Equal(TimeProvider.System.GetUtcNow(), clock.GetUtcNow(), Moment);
    }

    [Fact]
    public async Task Timer_ThatWaitsForDays_FiresOnceTheClockIsMovedThere()
    {
        using var clock = new OffsetClock(file);
        var fired = 0;
        await using var timer = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromDays(3), Timeout.InfiniteTimeSpan);

        await File.WriteAllTextAsync(file, "2.23:00:00", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => clock.GetUtcNow() > TimeProvider.System.GetUtcNow().AddDays(2), "the clock has moved");
        Assert.Equal(0, fired);

        await File.WriteAllTextAsync(file, "3.00:00:01", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => fired == 1, "the timer has fired");
        await File.WriteAllTextAsync(file, "9.00:00:00", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => clock.GetUtcNow() > TimeProvider.System.GetUtcNow().AddDays(8), "the clock has moved again");
        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task Timer_ThatWasEnded_NeverFires()
    {
        using var clock = new OffsetClock(file);
        var (ended, other) = (0, 0);
        var timer = clock.CreateTimer(_ => ended++, null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        await using var witness = clock.CreateTimer(_ => Interlocked.Increment(ref other), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        await timer.DisposeAsync();

        await File.WriteAllTextAsync(file, "2.00:00:00", TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => other == 1, "another timer has fired");
        Assert.Equal(0, ended);
    }

    [Fact]
    public void Production_WithAClockFile_DoesNotStart()
    {
        var builder = WebApplication.CreateBuilder(["--environment=Production", $"--{ClockSetup.Setting}={file}"]);

        Assert.Contains(ClockSetup.Setting, Assert.Throws<InvalidOperationException>(builder.AddClock).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_WithAClockFile_FollowsIt()
    {
        await File.WriteAllTextAsync(file, "1.00:00:00", TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateBuilder(["--environment=Development", $"--{ClockSetup.Setting}={file}"]);
        builder.AddClock();

        await using var app = builder.Build();

        Assert.Equal(TimeProvider.System.GetUtcNow().AddDays(1), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Moment);
    }
}
