namespace PfP.Gateway.Limits;

/// <summary>
/// Requests that one client (address) may make: a bucket of <see cref="Allowance.Burst"/> that fills up again at
/// <see cref="Allowance.PerPeriod"/> each <see cref="Allowance.Period"/>. Meant to stop floods; an office of a hundred people
/// behind one address does not notice it.
/// </summary>
internal sealed class RateLimitOptions
{
    /// <summary>Pages, their files, and the catalogue's API.</summary>
    public Allowance General { get; set; } = new(800, 80);

    /// <summary>What makes the search engine work: result pages, the map's data, the search API.</summary>
    public Allowance Search { get; set; } = new(300, 20);

    /// <summary>Suggestions while typing: bursts of short requests.</summary>
    public Allowance Suggest { get; set; } = new(300, 30);

    /// <summary>The beginning of a sign-in: each makes the provider work.</summary>
    public Allowance SignIn { get; set; } = new(60, 1);

    /// <summary>What readers without an account write to the secretariat or to those who call, who have to read each.</summary>
    public Allowance Report { get; set; } = new(10, 1) { Period = TimeSpan.FromMinutes(1) };

    public bool IsValid => General.IsValid && Search.IsValid && Suggest.IsValid && SignIn.IsValid && Report.IsValid;
}

/// <param name="Burst">At once, after a quiet time.</param>
/// <param name="PerPeriod">Sustained.</param>
internal sealed record Allowance(int Burst, int PerPeriod)
{
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsValid => Burst > 0 && PerPeriod > 0 && Period > TimeSpan.Zero;
}
