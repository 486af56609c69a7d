using System.ComponentModel.DataAnnotations;

namespace PfP.Gateway.Sessions;

/// <summary>Section <c>Sessions</c>.</summary>
internal sealed class SessionRules
{
    /// <summary>A session that nobody used for so long is over.</summary>
    public TimeSpan IdleLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A session this old is over, used or not.</summary>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How precisely use is recorded; a write for every request would be too much.</summary>
    public TimeSpan SeenEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Tokens are renewed so long before they end, that a service behind never sees one that ended on the way.</summary>
    public TimeSpan RefreshAhead { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A database that does not answer so long counts as away.</summary>
    public TimeSpan DatabasePatience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>After the provider failed to answer, nobody else waits for it so long.</summary>
    public TimeSpan ProviderPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Sessions remembered for when the database is away.</summary>
    [Range(1, 1_000_000)]
    public int Remembered { get; set; } = 10_000;
}
