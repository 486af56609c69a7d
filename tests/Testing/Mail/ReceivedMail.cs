using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PfP.Testing.Mail;

/// <summary>A message as it came over the wire.</summary>
public sealed partial record ReceivedMail(string From, string To, string Raw)
{
    private const string Break = "\r\n\r\n";

    /// <summary>The header block, folded lines joined.</summary>
    public IReadOnlyList<string> Headers { get; } = Folding().Replace(Raw[..Raw.IndexOf(Break, StringComparison.Ordinal)], " ").Split("\r\n");

    /// <summary>When it was complete, by <see cref="Stopwatch"/>.</summary>
    public long At { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether its sender was told that it is taken; a mail of which that was not said may come again.</summary>
    public bool IsConfirmed { get; internal set; }

    public string Subject => Decode(Header("Subject")!);

    public string MessageId => Header("Message-ID")!;

    /// <summary>The part in plain text.</summary>
    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>The links of the text, each on a line of its own.</summary>
    public IEnumerable<Uri> Links => Text.Split("\r\n").Where(line => line.StartsWith("http", StringComparison.Ordinal)).Select(line => new Uri(line));

    /// <summary>The header's value, or null; fails where there are two of that name.</summary>
    public string? Header(string name) => Headers
        .SingleOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>Text in encoded words (RFC 2047) as people read it.</summary>
    public static string Decode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return EncodedWord().Replace(BetweenWords().Replace(value, "$1"), word => FromBase64(word.Groups[1].Value));
    }

    private string Part(string type)
    {
        var start = Raw.IndexOf(Break, Raw.IndexOf($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal) + Break.Length;
        var boundary = Boundary().Match(Raw).Groups[1].Value;
        return FromBase64(Raw[start..Raw.IndexOf($"\r\n--{boundary}", start, StringComparison.Ordinal)]);
    }

    private static string FromBase64(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    [GeneratedRegex("boundary=\"?([^\";\r\n]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();
}
