using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;
using PfP.Testing;
using PfP.Testing.Mail;

[assembly: AssemblyFixture(typeof(PfP.Notifications.Tests.Hosting.NotificationsHost))]

namespace PfP.Notifications.Tests.Hosting;

/// <summary>The service, sending to a sink. Each test writes to members of its own.</summary>
public sealed class NotificationsHost() : ServiceHost<Program>("notifications")
{
    public SmtpSink Sink { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override ValueTask InitializeAsync()
    {
        Settings["ConnectionStrings:mail"] = Sink.ConnectionString;
        Settings["Mail:Origin"] = "https://pfp.example.org";
        return base.InitializeAsync();
    }

    public Task PublishAsync(object message, Guid? messageId = null) =>
        Services.GetRequiredService<EventPublisher>().PublishAsync(message, messageId ?? Guid.CreateVersion7(), Cancellation);

    /// <summary>A member that the service knows, with an address that nobody else has.</summary>
    public async Task<MemberApproved> MemberAsync(string name = "A member", string language = "en", string timeZone = "UTC", bool invited = true)
    {
        var id = Guid.CreateVersion7();
        var member = new MemberApproved(id, 1, new(name, $"{id:N}@example.org", language, timeZone), ["member"]) { Invited = invited };
        await PublishAsync(member);
        await Eventually.TrueAsync(async () => await ScalarAsync<string>($"select state from members where id = '{id}'") == "member", "the member is known");
        return member;
    }

    public IEnumerable<ReceivedMail> To(MemberContact contact) => Sink.Received.Where(mail => mail.To == contact.Email);

    /// <summary>Waits until the mail is in that state.</summary>
    public Task EndsAsync(Guid recipient, string occasion, string state) => Eventually.TrueAsync(
        async () => await ScalarAsync<string>($"select state from deliveries where recipient = '{recipient}' and occasion = '{occasion}'") == state,
        $"{occasion} is {state}");

    /// <summary>Waits until an attempt was put off.</summary>
    public Task IsPostponedAsync(Guid recipient, string error) => Eventually.TrueAsync(
        async () => await ScalarAsync<string>($"select last_error from deliveries where recipient = '{recipient}'") == error, error);

    public Task HurryAsync(Guid recipient) => ScalarAsync<object>(
        $"update deliveries set next_attempt_at = now() where recipient = '{recipient}' and state = 'waiting'; notify deliveries");

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation) is T value ? value : default;
    }

    internal async Task<T> InDatabaseAsync<T>(Func<NotificationsDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NotificationsDbContext>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
