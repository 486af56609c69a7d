using System.Diagnostics;
using System.Text;

namespace PfP.Testing.Mail;

/// <summary>A message as a mail program would read it.</summary>
/// <param name="From">Of the envelope, as is <paramref name="To"/>.</param>
/// <param name="Raw">As it came over the wire, a character a byte.</param>
public sealed record ReceivedMail(string From, string To, string Raw)
{
    /// <summary>When it was complete, by <see cref="Stopwatch"/>.</summary>
    public long At { get; } = Stopwatch.GetTimestamp();

    /// <summary>When its sender was told that it is taken; a mail of which that was not said, so that it is null, may come again.</summary>
    public long? ConfirmedAt { get; internal set; }

    public string Subject => Header("Subject")!;

    public string MessageId => Header("Message-ID")!;

    /// <summary>The part in plain text.</summary>
    public string Text => Parsed.Text!;

    public string Html => Parsed.Html!;

    /// <summary>The links of the text, each on a line of its own.</summary>
    public IEnumerable<Uri> Links => Text.Split("\r\n").Where(line => line.StartsWith("http", StringComparison.Ordinal)).Select(line => new Uri(line));

    /// <summary>The names of its headers.</summary>
    public IEnumerable<string> HeaderNames => Parsed.Headers.Select(header => header[0]);

    internal ParsedMail Parsed { get; private init; } = null!;

    /// <summary>The header's value, decoded, or null; fails where there are two of that name.</summary>
    public string? Header(string name) => Parsed.Headers.SingleOrDefault(header => header[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    internal static async Task<ReceivedMail> ParseAsync(string from, string to, string raw) =>
        new(from, to, raw) { Parsed = await MailParser.ReadAsync(Encoding.Latin1.GetBytes(raw)) };
}
