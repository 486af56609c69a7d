namespace PfP.Contracts.Calls;

/// <summary>
/// Something happened to a public call that those who follow it hear of. Told once, when it happens: a replay repeats
/// <see cref="CallPublished"/>, which holds the state, and not this.
/// </summary>
/// <param name="Version">The call's, as of its <see cref="CallPublished"/>.</param>
/// <param name="Change">One of <see cref="CallChanges"/>.</param>
/// <param name="At">When it happened.</param>
public sealed record CallChanged(Guid CallId, int Version, string Change, DateTimeOffset At)
{
    /// <summary>Plain text, public: why it was extended, cancelled or opened again.</summary>
    public string? Reason { get; init; }
}

public static class CallChanges
{
    public const string Published = "published";
    public const string Extended = "extended";
    public const string Cancelled = "cancelled";
    public const string Reopened = "reopened";

    /// <summary>Its outcome was published.</summary>
    public const string Completed = "completed";

    /// <summary>Its words were mended: its page says so, and nobody is told by <see cref="CallChanged"/>.</summary>
    public const string Corrected = "corrected";
}
