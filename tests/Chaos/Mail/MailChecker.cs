using System.Diagnostics;
using PfP.Chaos.Checks;
using PfP.Testing.Mail;

namespace PfP.Chaos.Mail;

/// <summary>
/// Compares what the mail server has with what had to be sent: everything once. A mail may be there again only where its sender could not
/// know that it was taken, and is then the same, by its Message-ID and in what it says.
/// </summary>
internal sealed class MailChecker(MailPlatform platform, Verdict verdict)
{
    public const string ContributionSubject = "We have received your contribution";

    // What one sender has under way at a time, but for mails over which the server takes its time.
    private const int InFlight = 8;

    // From the server's "taken" to the note of it in the database, on a busy machine.
    private static readonly TimeSpan UntilNoted = TimeSpan.FromSeconds(2);

    /// <summary>How many copies came of mails that were there already.</summary>
    public int Repeated { get; private set; }

    /// <param name="strikes">How often each fault struck.</param>
    public async Task CheckAsync(IReadOnlyList<Reader> readers, IReadOnlyDictionary<string, int> strikes, CancellationToken cancellationToken)
    {
        var received = platform.Server.Received.ToLookup(mail => (mail.To, mail.Subject));
        var expected = readers.Where(reader => reader.IsKnown).SelectMany(Expected).ToHashSet();
        foreach (var key in expected.Where(key => !received.Contains(key)))
        {
            verdict.Add(Problem.Lost, $"\"{key.Subject}\" to {key.To} never came");
        }

        foreach (var mails in received)
        {
            if (!expected.Contains(mails.Key))
            {
                verdict.Add(Problem.Ghost, $"\"{mails.Key.Subject}\" came to {mails.Key.To}");
            }

            CheckCopies([.. mails]);
        }

        CheckRepeated(strikes);
        await CheckStoredAsync(expected.Count, readers.Count(reader => !reader.IsKnown), cancellationToken);
    }

    private static IEnumerable<(string To, string Subject)> Expected(Reader reader)
    {
        yield return (reader.Address, reader.ReminderSubject);
        if (reader.Contribution is not null)
        {
            yield return (reader.Address, ContributionSubject);
        }
    }

    private void CheckCopies(IReadOnlyList<ReceivedMail> copies)
    {
        var first = copies[0];
        foreach (var other in copies.Skip(1).Where(copy => copy.MessageId != first.MessageId || copy.Text != first.Text))
        {
            verdict.Add(Problem.Doubled, $"\"{other.Subject}\" to {other.To} came again as another mail");
        }

        foreach (var sent in copies.SkipLast(1).Where(copy => !MayComeAgain(copy)))
        {
            verdict.Add(Problem.Doubled, $"\"{sent.Subject}\" to {sent.To} came again though nothing hid that it was taken");
        }

        Repeated += copies.Count - 1;
    }

    private bool MayComeAgain(ReceivedMail mail)
    {
        var until = mail.ConfirmedAt + (long)(UntilNoted.TotalSeconds * Stopwatch.Frequency);
        return until is null || platform.SenderProcesses.Append(platform.DatabaseProcess).Any(process => process.Dead.Touch(mail.At, until.Value));
    }

    // The faults come so fast that most moments are near one: how much they can have hidden is counted as well.
    private void CheckRepeated(IReadOnlyDictionary<string, int> strikes)
    {
        var senders = platform.SenderProcesses.Sum(process => strikes[$"kill {process.Name}"]) + strikes["pause"];
        var database = strikes[$"kill {platform.DatabaseProcess.Name}"];
        var most = (InFlight * senders) + (InFlight * platform.Senders.Count * database) + platform.Server.Received.Count(mail => mail.ConfirmedAt is null);
        if (Repeated > most)
        {
            verdict.Add(Problem.Doubled, $"{Repeated} mails came again, and the faults can explain {most}");
        }
    }

    private async Task CheckStoredAsync(int expected, int unknown, CancellationToken cancellationToken)
    {
        var stored = new StoredMail(platform);
        var (sent, failed) = await stored.EndedAsync(cancellationToken);
        verdict.CheckCount("mails noted as sent", (int)sent, expected);
        verdict.CheckCount("mails given up", (int)failed, unknown);
        verdict.CheckCount("dead letters", (int)await stored.DeadLettersAsync(cancellationToken), 0);
    }
}
