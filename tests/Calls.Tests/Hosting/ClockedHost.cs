using System.Globalization;

namespace PfP.Calls.Tests.Hosting;

/// <summary>A service of its own for tests that move the clock.</summary>
public sealed class ClockedHost : CallsHost
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.clock");
    private TimeSpan ahead;

    internal override TimeSpan Ahead => ahead;

    internal DateTimeOffset Now => TimeProvider.System.GetUtcNow() + ahead;

    public override ValueTask InitializeAsync()
    {
        Settings["PFP_CLOCK_FILE"] = file;
        return base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(file);
    }

    /// <summary>Only ever forward.</summary>
    internal async Task GoToAsync(DateTimeOffset moment)
    {
        ahead += moment - Now;
        var written = file + ".new";
        await File.WriteAllTextAsync(written, ahead.ToString("c", CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        File.Move(written, file, overwrite: true);
    }
}
