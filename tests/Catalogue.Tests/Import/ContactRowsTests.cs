using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Import;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Import;

/// <summary>The contact of an import row.</summary>
public sealed class ContactRowsTests(CatalogueHost host)
{
    private static readonly ContactResponse Unit = new("Migration unit", "migration@ministry.example", "+000 1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("object", """{"name":" Migration unit ","email":"migration@ministry.example","phone":"+000 1"}""")]
    [InlineData("list", """[{"name":"Migration unit","email":"migration@ministry.example","phone":"+000 1"}]""")]
    [InlineData("short", "\"Migration unit|migration@ministry.example|+000 1\"")]
    [InlineData("short-list", """["Migration unit|migration@ministry.example|+000 1"]""")]
    public async Task Contact_InAnyForm_IsReadBack(string form, string contact)
    {
        var row = $$"""{"kind":"practice","key":"contact-as-{{form}}","title":"Contact as {{form}}","contact":{{contact}}}""";

        var report = Assert.Single(await host.ImportAsync(System.Text.Json.JsonDocument.Parse(row).RootElement));

        Assert.Equal((RowOutcome.Imported, null), (report.Outcome, report.Message));
        Assert.Equal([Unit], await ContactsAsync($"contact-as-{form}"));
    }

    [Fact]
    public async Task Contacts_InACsvCell_AreSeparatedLikeOtherLists()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(path, "kind,key,title,contact\npractice,contact-csv,Contact from CSV,Migration unit|migration@ministry.example|+000 1;Press office|press@ministry.example\n", Cancellation);
        try
        {
            await host.ImportFileAsync(path);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal([Unit, new("Press office", "press@ministry.example", null)], await ContactsAsync("contact-from-csv"));
    }

    [Theory]
    [InlineData("1", """{"name":"Unit"}""", "contact: The e-mail address is not valid.")]
    [InlineData("2", """{"email":"unit@ministry.example"}""", "contact: It names an office")]
    [InlineData("3", "\"Unit|no address\"", "contact: The e-mail address is not valid.")]
    [InlineData("4", """{"name":"Unit\nBcc: all","email":"unit@ministry.example"}""", "contact: It names an office")]
    [InlineData("5", """{"name":"Unit","email":"unit@ministry.example\r\nBcc: all@ministry.example"}""", "contact: The e-mail address is not valid.")]
    [InlineData("6", """{"name":"Unit","email":"unit@ministry.example","phone":"1\u0000"}""", "contact: A telephone number has at most 40 characters.")]
    [InlineData("7", """["A|a@ministry.example","B|b@ministry.example","C|c@ministry.example","D|d@ministry.example"]""", "contact: At most 3 contacts.")]
    [InlineData("8", "\"Unit\"", "contact: 'Unit' lacks its Email.")]
    [InlineData("9", "5", "contact: the value cannot be read.")]
    [InlineData("10", "[null]", "contact: the value cannot be read.")]
    [InlineData("11", """{"name":"Unit","email":"unit@ministry.example","fax":"1"}""", "Unknown column fax.")]
    public async Task Contact_WhenNotAcceptable_RejectsItsRow_AndNamesTheField(string number, string contact, string why)
    {
        var row = $$"""{"kind":"practice","key":"contact-bad-{{number}}","title":"Bad contact {{number}}","contact":{{contact}}}""";

        var report = Assert.Single(await host.ImportAsync(System.Text.Json.JsonDocument.Parse(row).RootElement));

        Assert.Equal(RowOutcome.Rejected, report.Outcome);
        Assert.StartsWith(why, report.Message, StringComparison.Ordinal);
        Assert.False(await host.InDatabaseAsync(db => db.Entries.AnyAsync(entry => entry.Slug == $"bad-contact-{number}", Cancellation)));
    }

    [Theory]
    [InlineData(150, 254, 40, true)]
    [InlineData(151, 254, 40, false)]
    [InlineData(150, 255, 40, false)]
    [InlineData(150, 254, 41, false)]
    public async Task Contact_AtItsLimits_IsTaken_AndNotBeyond(int name, int email, int phone, bool taken)
    {
        var key = $"contact-limits-{name}-{email}-{phone}";
        var contact = new { name = new string('n', name), email = $"unit@{string.Join('.', Enumerable.Repeat(new string('m', 49), 4))}.{new string('m', email - 213)}.example", phone = new string('1', phone) };
        Assert.Equal(email, contact.email.Length);

        var report = Assert.Single(await host.ImportAsync(new { kind = "practice", key, title = key, contact }));

        Assert.Equal(taken, report.Outcome == RowOutcome.Imported);
    }

    [Fact]
    public async Task Contact_ThatAloneChanges_MakesNoVersionAndNoEvent_AndIsAuditedWithoutItsValue()
    {
        await host.ImportAsync(new { kind = "practice", key = "contact-changes", title = "Its contact changes", ownerCountry = "MD", contact = "Old unit|old@ministry.example" });

        var report = Assert.Single(await host.ImportAsync(new { kind = "practice", key = "contact-changes", title = "Its contact changes", ownerCountry = "MD", contact = "Migration unit|migration@ministry.example|+000 1" }));

        Assert.Equal(RowOutcome.Updated, report.Outcome);
        Assert.Equal([Unit], await ContactsAsync("its-contact-changes"));
        var entry = await host.GetAsync<EntryResponse>("practices/its-contact-changes");
        Assert.Equal(1, entry.Version);
        var audit = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == entry.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal(["published", "updated", "updated"], audit.Select(record => record.Action));
        Assert.All(audit.Skip(1), record => Assert.Equal(["contacts"], record.Fields));

        // The next event of the entry is its second one, so that the change of the contact was none.
        await host.ImportAsync(new { key = "contact-changes", title = "Its title changes" });
        var sent = await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 2);
        Assert.Equal([1, 2], sent.Select(message => message.Version).Order());
    }

    [Fact]
    public async Task Contact_AcrossRowsOfItsEntry_StaysUntilOneSaysOtherwise()
    {
        object Row(string title, object contact) => new { key = "contact-rows", title, contact };
        await host.ImportAsync(
            new { kind = "practice", key = "contact-rows", title = "Rows with contacts", contact = new[] { "Old unit|old@ministry.example", "Press office|press@ministry.example" } },
            new { key = "contact-rows", language = "fr", title = "Des lignes avec contacts" });
        Assert.Equal(2, (await ContactsAsync("rows-with-contacts")).Count);

        await host.ImportAsync(Row("First", Array.Empty<string>()), Row("Second", "Old unit|old@ministry.example"), Row("Third", ""), Row("Fourth", "Migration unit|migration@ministry.example|+000 1"));
        Assert.Equal([Unit], await ContactsAsync("rows-with-contacts"));

        var same = Assert.Single(await host.ImportAsync(new { key = "contact-rows", contact = "Migration unit | migration@ministry.example | +000 1" }));
        var none = Assert.Single(await host.ImportAsync(new { key = "contact-rows", contact = Array.Empty<string>() }));
        Assert.Equal((RowOutcome.Unchanged, RowOutcome.Updated), (same.Outcome, none.Outcome));
        Assert.Empty(await ContactsAsync("rows-with-contacts"));
    }

    private async Task<List<ContactResponse>> ContactsAsync(string slug)
    {
        using var response = await host.AskAsAsync("member", $"practices/{slug}/contacts");
        return (await response.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation))!;
    }
}
