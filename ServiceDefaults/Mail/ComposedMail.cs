namespace PfP.ServiceDefaults;

/// <summary>A mail in its reader's language; the layout around it, greeting and footer, is the same for all.</summary>
public sealed record ComposedMail(MailRecipient To, string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>What it tells of, below the paragraphs; none in a mail about one thing that has a text of its own.</summary>
    public IReadOnlyList<MailItem> Items { get; init; } = [];

    /// <summary>The one thing to do.</summary>
    public MailButton? Button { get; init; }

    /// <summary>What else they may do, below the button.</summary>
    public IReadOnlyList<MailButton> Links { get; init; } = [];

    /// <summary>Why the reader gets it; stands in the footer.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The path that stops mails of this kind when it is posted to (RFC 8058), and leads whoever follows it to a page that asks them; none
    /// where the reader asked for the mail or must have it.
    /// </summary>
    public string? UnsubscribePath { get; init; }
}

/// <param name="Path">A path on our own site without culture.</param>
/// <param name="Lines">What is said of it.</param>
public sealed record MailItem(string Title, string Path, IReadOnlyList<string> Lines)
{
    /// <summary>Of the title, where it is not the reader's.</summary>
    public string? Language { get; init; }
}

/// <param name="Path">A path on our own site without culture, as <c>/members/introductions</c>; the sender adds origin and culture.</param>
public sealed record MailButton(string Label, string Path);
