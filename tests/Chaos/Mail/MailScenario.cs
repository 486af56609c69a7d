using System.Net.Http.Headers;
using PfP.Chaos.Checks;
using PfP.Chaos.Faults;
using PfP.Chaos.Load;
using PfP.Chaos.Processes;
using PfP.Contracts;
using PfP.Testing.Identity;

namespace PfP.Chaos.Mail;

/// <summary>
/// Reminders that are all due at once, and contributions that are sent in meanwhile, while both senders, the broker, the database and the
/// mail server are killed, stopped or refuse.
/// </summary>
internal sealed class MailScenario(Stage stage, TestIssuer issuer, Options options, Verdict verdict) : IScenario
{
    public const string Phase = "mail";

    /// <summary>Days before the deadline.</summary>
    public const int Rung = 30;

    private const int AtATime = 8;
    private static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan HealWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PlannedWithin = TimeSpan.FromSeconds(120);

    // A mail that is put off again and again waits twice as long each time.
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    // Slow enough that there is something to send when the last fault strikes.
    private static readonly TimeSpan ServerTakes = TimeSpan.FromMilliseconds(500);
    private readonly MailPlatform platform = new(stage, issuer.Address);

    public List<PhaseReport> Reports { get; } = [];

    public IReadOnlyList<Supervised> Processes => platform.Started;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        stage.Log($"=== {Phase}");
        await platform.StartAsync(cancellationToken);
        stage.Log("PostgreSQL, RabbitMQ, two replicas of notifications and the mail server are up");

        var now = TimeProvider.System.GetUtcNow();
        var lastDay = DateOnly.FromDateTime(now.UtcDateTime).AddDays(Rung + 10);
        var readers = Reader.Make(options.Reminders, new(lastDay, new(17, 0), TimeSpan.Zero), now.AddDays(-1));
        await PlanAsync(readers, cancellationToken);

        // At 08:00 by the readers' clock, all of whom live by UTC.
        var due = new DateTimeOffset(lastDay.AddDays(-Rung), new(8, 0), TimeSpan.Zero);
        await platform.MoveClockAsync(due - TimeProvider.System.GetUtcNow(), cancellationToken);
        stage.Log($"{readers.Count} reminders are due");
        var nemesis = await TroubleAsync(readers, cancellationToken);

        await platform.UntilReadyAsync(HealWithin, cancellationToken);
        var after = await SettleAsync(due.AddHours(1), cancellationToken);
        var checker = new MailChecker(platform, verdict);
        await checker.CheckAsync(readers, nemesis.Struck, cancellationToken);
        var server = platform.Server;
        var clients = $"mail server: {server.Begun} begun, {server.Received.Count} taken, {server.Received.Count(mail => mail.ConfirmedAt is null)} of them without saying so, {checker.Repeated} had come before";
        Reports.Add(new PhaseReport(Phase, $"{readers.Count} reminders, {readers.Count(reader => reader.Contribution is not null)} contributions", nemesis.Struck, clients, after));
    }

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    // In peace: members, calls, and who follows which.
    private async Task PlanAsync(IReadOnlyList<Reader> readers, CancellationToken cancellationToken)
    {
        var stored = new StoredMail(platform);
        var calls = readers.Select(reader => reader.Call).Distinct().ToList();
        await using (var sender = new EventSender(platform.Broker))
        {
            foreach (var message in readers.Select(reader => (object)reader.Member).Concat(calls))
            {
                await sender.SendAsync(message, Guid.CreateVersion7());
            }
        }

        await UntilAsync("members and calls are known", async token => await stored.MembersAsync(token) == readers.Count && await stored.CallsAsync(token) == calls.Count, cancellationToken);
        foreach (var reader in readers.Where(reader => !reader.IsKnown))
        {
            platform.Server.RefuseAlways(reader.Address);
        }

        platform.Server.Delay = ServerTakes;
        using var client = new HttpClient { BaseAddress = platform.Senders[0].Address };
        await Parallel.ForEachAsync(readers, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (reader, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/notifications/follows/calls/{reader.Call.CallId}", UriKind.Relative));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.AccessToken(reader.Member.MemberId));
            using var answer = await client.SendAsync(request, token);
            answer.EnsureSuccessStatusCode();
        });
        var waiting = await stored.WaitingAsync(cancellationToken);
        stage.Log($"{readers.Count} members follow {calls.Count} calls; {waiting} reminders are planned");
    }

    private async Task<Nemesis> TroubleAsync(IReadOnlyList<Reader> readers, CancellationToken cancellationToken)
    {
        var arsenal = new Arsenal(stage);
        var nemesis = new Nemesis(
            stage, [.. platform.Started.Select(arsenal.Kill), arsenal.Pause(platform.SenderProcesses), .. new MailServerFaults(stage, platform.Server).All], BetweenFaults);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var telling = TellAsync(readers);
        await nemesis.RunAsync(() => telling.IsCompleted, limit.Token);
        await telling;
        platform.Server.Faults.Clear();
        stage.Log("no more faults");
        return nemesis;
    }

    // Each contribution's event comes twice, as a broker may deliver it. Each call's comes again as a replay sends it, under another id:
    // that plans what is missing, and nothing is.
    private async Task TellAsync(IReadOnlyList<Reader> readers)
    {
        await using var sender = new EventSender(platform.Broker);
        foreach (var call in readers.Select(reader => reader.Call).Distinct())
        {
            await sender.SendAsync(call, Guid.CreateVersion7());
        }

        foreach (var contribution in readers.Select(reader => reader.Contribution).OfType<object>())
        {
            var id = Guid.CreateVersion7();
            await sender.SendAsync(contribution, id);
            await sender.SendAsync(contribution, id);
        }
    }

    private async Task<TimeSpan> SettleAsync(DateTimeOffset by, CancellationToken cancellationToken)
    {
        var stored = new StoredMail(platform);
        var queues = Topology.Queues.Values.SelectMany(queues => queues).Where(queue => queue.StartsWith("notifications-", StringComparison.Ordinal)).ToList();
        var (after, missing) = await Quiet.WaitAsync(
            async token => await platform.Broker.FirstWaitingAsync(queues, token) ?? await stored.MissingAsync(by, token), QuietWithin, stage, cancellationToken);
        if (missing is not null)
        {
            verdict.Add(Problem.Stuck, $"{Phase}: {missing}");
        }

        return after;
    }

    private async Task UntilAsync(string what, Func<CancellationToken, Task<bool>> isSo, CancellationToken cancellationToken)
    {
        var (_, missing) = await Quiet.WaitAsync(async token => await isSo(token) ? null : $"waiting until {what}", PlannedWithin, stage, cancellationToken);
        if (missing is not null)
        {
            throw new TimeoutException(missing);
        }
    }
}
