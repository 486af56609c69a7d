using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;
using PfP.Testing;
using PfP.Testing.Identity;
using PfP.Testing.Mail;

[assembly: AssemblyFixture(typeof(PfP.Notifications.Tests.Hosting.NotificationsHost))]

namespace PfP.Notifications.Tests.Hosting;

/// <summary>The service, sending to a sink. Each test writes to members of its own.</summary>
public class NotificationsHost() : ServiceHost<Program>("notifications")
{
    public const string Secret = "only for tests, and as long as it has to be";

    public SmtpSink Sink { get; } = new();

    internal TestIssuer Issuer { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Settings["Authentication:Issuer"] = Issuer.Address;
        Settings["SharedKeys:Secret"] = Secret;
        Settings["ConnectionStrings:mail"] = Sink.ConnectionString;
        Settings["Mail:Origin"] = "https://pfp.example.org";
        await base.InitializeAsync();
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
        async () => await ScalarAsync<string>($"select max(last_error) from deliveries where recipient = '{recipient}'") == error, error);

    public Task HurryAsync(Guid recipient) => ScalarAsync<object>(
        $"update deliveries set next_attempt_at = now() where recipient = '{recipient}' and state = 'waiting'; notify deliveries");

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation) is T value ? value : default;
    }

    /// <summary>Asks the API as a member of that role; without one, as a visitor.</summary>
    /// <param name="path">Below /api/notifications.</param>
    public async Task<HttpResponseMessage> AskAsync(Guid? member, HttpMethod method, string path, object? body = null, string role = "member")
    {
        using var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = member is null ? null : new AuthenticationHeaderValue("Bearer", Token(member.Value, role));
        return await client.SendAsync(method, $"/api/notifications/{path}", body, null, null, Cancellation);
    }

    private string Token(Guid member, string role) => Issuer.AccessToken(member, role == "pending" ? [] : [role], spoil: draft =>
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        (draft.Payload["iat"], draft.Payload["exp"]) = (now, now + 300);
    });

    internal async Task<T> InDatabaseAsync<T>(Func<NotificationsDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NotificationsDbContext>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sink.DisposeAsync();
        await Issuer.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
