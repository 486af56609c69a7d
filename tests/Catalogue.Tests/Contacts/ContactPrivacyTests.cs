using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Import;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Contacts;

/// <summary>A contact is where members read it, and nowhere else.</summary>
public sealed class ContactPrivacyTests(CatalogueHost host)
{
    private const string Email = "only-for-members@ministry.example";
    private const string Phone = "+000 555 0199";

    private static readonly string[] Secrets = ["Unit that is asked", Email, Phone];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contact_AfterImportAndChange_StandsInItsTableAlone()
    {
        await host.ImportAsync(Row("private-stored", "Stored beside its contact", Secrets[0]));
        await host.ImportAsync(Row("private-stored", "Stored beside its contact", $"{Secrets[0]}, renamed"));

        Assert.Equal(["entry_contacts"], await TablesWithAsync(Email));
        Assert.Equal(["entry_contacts"], await TablesWithAsync(Secrets[0]));
    }

    [Fact]
    public async Task Contact_OfAnImportedRow_IsInNothingElseThatIsWritten()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        var row = JsonSerializer.SerializeToNode(Row("private-written", "Written beside its contact", Secrets[0]))!.Deserialize<ImportRow>(RowJson.Options)!;
        var input = new InputRow(1, [row.Key!], row, "hash", null);

        var report = await scope.ServiceProvider.GetRequiredService<RowApplication>().ApplyAsync(input, await ImportBatch.LoadAsync(db, [input], Cancellation), "file", Cancellation);

        Assert.Equal(RowOutcome.Imported, report.Outcome);
        var written = db.ChangeTracker.Entries().ToList();
        Assert.Contains(written, entry => entry.Entity is EntryContact { Email: Email });
        // The outbox is among it, with the event as it would go to search.
        var others = written.Where(entry => entry.Entity is not EntryContact).Select(entry => JsonSerializer.Serialize(entry.Entity, entry.Entity.GetType())).ToList();
        Assert.Contains(others, other => other.Contains(nameof(EntryPublished), StringComparison.Ordinal));
        Assert.All(others, other => Assert.DoesNotContain(Secrets, secret => other.Contains(secret, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("practices/public-beside-its-contact")]
    [InlineData("practices/public-beside-its-contact/versions")]
    [InlineData("practices/public-beside-its-contact/versions/1")]
    [InlineData("practices?pageSize=100")]
    public async Task Contact_InAPublicAnswer_IsNotEvenForAMember(string path)
    {
        await host.ImportAsync(Row("private-public", "Public beside its contact", Secrets[0]));

        using var response = await host.AskAsAsync("member", path);

        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contact_InAReplayedEvent_IsNot()
    {
        await host.ImportAsync(Row("private-replayed", "Replayed without its contact", Secrets[0]));

        await using var scope = host.Services.CreateAsyncScope();
        var events = await scope.ServiceProvider.GetRequiredService<IReplaySource>().EventsAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Contains(events, message => message is EntryPublished { Slug: "replayed-without-its-contact" });
        Assert.DoesNotContain(events, message => JsonSerializer.Serialize(message, message.GetType()).Contains(Email, StringComparison.Ordinal));
    }

    private static object Row(string key, string title, string name) => new { kind = "practice", key, title, summary = "Who does what, where.", contact = new { name, email = Email, phone = Phone } };

    private async Task<IEnumerable<string>> TablesWithAsync(string text) =>
        (await StoredText.TablesWithAsync(host.DatabaseConnectionString, text, Cancellation)).Select(table => table.Split('.')[1]);
}
