using System.Collections.Concurrent;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>What the occasion answers, and how often it was asked.</summary>
internal sealed class MailProbe
{
    public static readonly MailRecipient Reader = new("reader@example.org", "A reader");

    public Func<PlannedMail, ComposedMail?> Compose { get; set; } = _ => new(Reader, "A note was added", ["Somebody added a note."]);

    public ConcurrentQueue<PlannedMail> Asked { get; } = [];
}

internal sealed class NoteAdded(MailProbe probe) : IMailOccasion
{
    public ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        probe.Asked.Enqueue(planned);
        return ValueTask.FromResult(probe.Compose(planned));
    }
}

/// <summary>The same for somebody who has just asked for it.</summary>
internal sealed class NoteWanted(MailProbe probe) : IMailOccasion
{
    public ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) => ValueTask.FromResult(probe.Compose(planned));
}
