using System.Diagnostics;
using System.Text.Json;

namespace PfP.Testing.Mail;

/// <summary>What is in a mail.</summary>
/// <param name="Headers">Name and value of each, unfolded and decoded.</param>
/// <param name="Text">The part in plain text, if there is one.</param>
/// <param name="Defects">Against which rules of MIME its form is.</param>
internal sealed record ParsedMail(string[][] Headers, string? Text, string? Html, string[] Defects);

/// <summary>A mail parser that has no part in writing our mails: Python's.</summary>
internal static class MailParser
{
    // One for all mails of these tests; it ends with them, as its input does.
    private static readonly Lazy<Process> Parser = new(Start);
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<ParsedMail> ReadAsync(byte[] raw)
    {
        await Turn.WaitAsync();
        try
        {
            await Parser.Value.StandardInput.WriteLineAsync(Convert.ToBase64String(raw));
            await Parser.Value.StandardInput.FlushAsync();
            var read = await Parser.Value.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The parser of mails ended; what it said is on standard error.");
            return JsonSerializer.Deserialize<ParsedMail>(read, JsonSerializerOptions.Web)!;
        }
        finally
        {
            Turn.Release();
        }
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("python3", [Path.Combine(Repository.Root, "tests", "Testing", "mail.py")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
