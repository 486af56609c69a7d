using PfP.Chaos.Faults;
using PfP.Testing.Mail;

namespace PfP.Chaos.Mail;

/// <summary>What a mail server does to those who send through it.</summary>
internal sealed class MailServerFaults(Stage stage, SmtpSink server)
{
    private const int Some = 12;
    private static readonly TimeSpan ShortestOutage = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(8);

    public IReadOnlyList<Fault> All =>
    [
        Next("mail 4xx", SmtpFault.RefuseForNow),
        Next("mail stalls", SmtpFault.Stall),
        Next("mail hangs up before the dot", SmtpFault.CloseBeforeDot),
        Next("mail hangs up after the dot", SmtpFault.CloseAfterDot),
        new("mail 5xx at the door", async cancellationToken =>
        {
            var said = server.Greeting;
            server.Greeting = "554 no service here";
            await WaitAsync("says 554 to everybody", cancellationToken);
            server.Greeting = said;
            return true;
        }),
        new("kill mail", async cancellationToken =>
        {
            await server.StopAsync();
            await WaitAsync("is gone", cancellationToken);
            server.Restart();
            return true;
        }),
    ];

    private Fault Next(string name, SmtpFault fault) => new(name, _ =>
    {
        stage.Log($"{name}, {Some} times");
        for (var count = 0; count < Some; count++)
        {
            server.Faults.Enqueue(fault);
        }

        return Task.FromResult(true);
    });

    private Task WaitAsync(string what, CancellationToken cancellationToken)
    {
        var duration = stage.Between(ShortestOutage, LongestOutage);
        stage.Log($"the mail server {what} for {duration.TotalSeconds:0.0} s");
        return Task.Delay(duration, cancellationToken);
    }
}
