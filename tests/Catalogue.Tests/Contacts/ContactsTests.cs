using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Contacts;

/// <summary>Who reads the contacts of an entry, and where.</summary>
public sealed class ContactsTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("practice")]
    [InlineData("tool")]
    [InlineData("session")]
    public async Task Contacts_OfAnyKindOfEntry_AreReadByAMember_AndKeptByNobody(string kind)
    {
        await host.ImportAsync(new { kind, key = $"contacts-{kind}", title = $"Contacts of a {kind}", contact = new[] { "Migration unit|migration@ministry.example|+000 1", "Press office|press@ministry.example" } });

        using var response = await host.AskAsAsync("member", $"{kind}s/contacts-of-a-{kind}/contacts");

        Assert.Equal(
            [new ContactResponse("Migration unit", "migration@ministry.example", "+000 1"), new("Press office", "press@ministry.example", null)],
            await response.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("visitor", HttpStatusCode.Unauthorized)]
    [InlineData("pending", HttpStatusCode.Forbidden)]
    public async Task Contacts_ForAnybodyElse_AreRefused(string role, HttpStatusCode refusal)
    {
        await host.ImportAsync(new { kind = "practice", key = $"contacts-{role}", title = $"Contacts for a {role}", contact = "Migration unit|migration@ministry.example" });

        using var response = await host.AskAsAsync(role, $"practices/contacts-for-a-{role}/contacts");
        using var unknown = await host.AskAsAsync(role, "practices/there-is-no-such-entry/contacts");

        Assert.Equal((refusal, refusal), (response.StatusCode, unknown.StatusCode));
        Assert.DoesNotContain("ministry.example", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_OfAnEntryWithoutAny_AreAnEmptyList()
    {
        await host.ImportAsync(new { kind = "practice", key = "contacts-none", title = "Without a contact" });

        using var none = await host.AskAsAsync("member", "practices/without-a-contact/contacts");
        using var unknown = await host.AskAsAsync("member", "practices/there-is-no-such-entry/contacts");

        Assert.Equal("[]", await none.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Contacts_OfAWithdrawnEntry_AreGoneWithIt_AndComeBackWithIt()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "contacts-withdrawn", title = "Withdrawn with its contact", contact = "Migration unit|migration@ministry.example" },
            new { key = "contacts-withdrawn", action = "withdraw", reason = "Too early." });
        using var gone = await host.AskAsAsync("member", "practices/withdrawn-with-its-contact/contacts");

        await host.ImportAsync(new { key = "contacts-withdrawn", action = "publish" });
        using var back = await host.AskAsAsync("member", "practices/withdrawn-with-its-contact/contacts");

        Assert.Equal((HttpStatusCode.Gone, "no-store"), (gone.StatusCode, gone.Headers.CacheControl!.ToString()));
        Assert.Single((await back.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation))!);
    }

    [Fact]
    public async Task Contacts_OfAMergedEntry_LeadToThoseOfTheOneThatStays_AndAreKeptNoLonger()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "contacts-stays", title = "It stays with its contact", contact = "Migration unit|stays@ministry.example" },
            new { kind = "practice", key = "contacts-doubled", title = "Doubled with its contact", contact = "Migration unit|doubled@ministry.example" },
            new { key = "contacts-doubled", action = "merge", into = "contacts-stays" });

        using var moved = await host.AskAsAsync("member", "practices/doubled-with-its-contact/contacts");

        Assert.Equal("/api/catalogue/practices/it-stays-with-its-contact/contacts", moved.Headers.Location!.ToString());
        Assert.Equal(["stays@ministry.example"], await host.InDatabaseAsync(db => db.Contacts
            .Where(contact => contact.Email == "stays@ministry.example" || contact.Email == "doubled@ministry.example").Select(contact => contact.Email).ToListAsync(Cancellation)));
    }
}
