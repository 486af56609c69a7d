namespace PfP.ServiceDefaults.Mail;

internal enum DeliveryOutcome
{
    /// <summary>The server has it.</summary>
    Sent,

    /// <summary>The reason no longer holds.</summary>
    Dropped,

    /// <summary>The server, or the address itself, says that it will never go.</summary>
    Failed,

    /// <summary>Not now: it is tried again, less and less often.</summary>
    Postponed,

    /// <summary>Too many for one domain at once: it is tried again when there is room.</summary>
    Throttled,

    /// <summary>Server or database do not answer, which says nothing about this mail.</summary>
    Away,

    /// <summary>The row belongs to another sender by now, or is gone.</summary>
    Lost,
}

/// <param name="Error">Codes and names of types only: what a server says may hold the address.</param>
internal sealed record DeliveryResult(DeliveryOutcome Outcome, string? Error = null)
{
    /// <summary>To whom it was to go, where that is known.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it was the address that was refused, and for good.</summary>
    public bool NoSuchMailbox { get; init; }

    /// <summary>Of one that is throttled: until there is room.</summary>
    public TimeSpan Wait { get; init; }
}
