namespace PfP.ServiceDefaults;

/// <summary>
/// A reason to send a mail. It composes at sending, however long after planning, in a scope of its own: a secret link is made here and
/// stands in no row. It may be asked more than once for one mail.
/// </summary>
public interface IMailOccasion
{
    /// <summary>
    /// The mail, or null where the reason no longer holds. Throw where it cannot be told yet: then the mail waits.
    /// </summary>
    ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken);
}

/// <param name="Recipient">A member, invitation or registration.</param>
/// <param name="Subject">What the mail is about: an introduction, a session, a request to reset.</param>
public sealed record PlannedMail(Guid Recipient, Guid Subject);
