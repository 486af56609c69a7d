using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.Testing;
using PfP.Testing.Identity;
using PfP.Testing.Mail;

[assembly: AssemblyFixture(typeof(CallsHost))]

namespace PfP.Calls.Tests.Hosting;

/// <summary>The service as it runs, with the archive's calls in it; a test adds its own under a country that no other test uses.</summary>
public class CallsHost() : ServiceHost<Program>("calls")
{
    internal PublishedEvents Published { get; private set; } = null!;

    internal TestIssuer Issuer { get; private set; } = null!;

    internal SmtpSink Mail { get; } = new();

    /// <summary>How far ahead of the real clock the service is.</summary>
    internal virtual TimeSpan Ahead => TimeSpan.Zero;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Settings["Authentication:Issuer"] = Issuer.Address;
        Settings["ConnectionStrings:mail"] = Mail.ConnectionString;
        Settings["Mail:Origin"] = "https://pfp.example.org";
        await base.InitializeAsync();
        Published = await PublishedEvents.ListenAsync(MessagingAddress, "calls", Cancellation);
        await Eventually.TrueAsync(() => InDatabaseAsync(db => Task.FromResult(db.Calls.Count(call => call.ArchiveKey != null) == 5)), "the archive is in");
    }

    public override async ValueTask DisposeAsync()
    {
        await Published.DisposeAsync();
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        await Issuer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <param name="path">Below /api/calls.</param>
    public async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var client = CreateClient();
        return await client.GetAsync(new Uri($"/api/calls{path}", UriKind.Relative), Cancellation);
    }

    public async Task<T> GetAsync<T>(string path)
    {
        using var response = await AskAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    internal async Task<T> InDatabaseAsync<T>(Func<CallsDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CallsDbContext>());
    }

    /// <summary>As if that was typed when it was sent in.</summary>
    internal Task StoreAsync(Guid id, CallForm form) =>
        InDatabaseAsync(db => db.Calls.Where(call => call.Id == id).ExecuteUpdateAsync(set => set.SetProperty(call => call.Form, form), Cancellation));

    /// <summary>Enters formal calls of a country, as the archive's are.</summary>
    internal Task AddAsync(string country, params IEnumerable<(string Title, CallOpening? Opens, CallDeadline? Deadline)> calls) => InDatabaseAsync(db =>
    {
        db.Calls.AddRange(calls.Select(call => Call.Record(
            $"{country}-{call.Title}", $"{Slug.From(call.Title)}-{country}".ToLowerInvariant(), Content(country, call.Title, call.Opens, call.Deadline), isFormal: true, DateTimeOffset.UnixEpoch)));
        return db.SaveChangesAsync(Cancellation);
    });

    private static CallContent Content(string country, string title, CallOpening? opens, CallDeadline? deadline) => new()
    {
        Texts = new Dictionary<string, CallTexts> { ["en"] = new(title, "human") { Ask = "Please reply." }, ["fr"] = new($"{title} (fr)", "machine") },
        Countries = [country],
        Opens = opens,
        Deadline = deadline,
    };
}
