using System.Net;

namespace PfP.Portal.Tests.Pages;

/// <summary>The part of an entry's page that only members see.</summary>
public sealed class EntryContactsTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Entry = "/practices/sending-money-home";
    private const string Part = "#entry-contact";
    private const string Mailbox = "remittances@fund.example";

    private string Member => portal.Issuer.AccessToken();

    private string Pending => portal.Issuer.AccessToken(roles: []);

    public void Dispose() => (portal.Behind.ContactsFail, portal.Behind.ContactsHang) = (false, false);

    [Theory]
    [InlineData("", "Contacts are for registered members only")]
    [InlineData("/fr", "Les contacts sont réservés aux membres inscrits")]
    [InlineData("/es", "Los contactos están reservados a los miembros registrados")]
    public async Task Visitor_OnAnEntry_ReadsWhoMayRegister_AndMaySignIn(string culture, string text)
    {
        var visit = await portal.VisitAsync(culture + Entry);

        Assert.Contains(text, visit.Text(Part), StringComparison.Ordinal);
        Assert.Equal([$"/bff/login?returnUrl={Uri.EscapeDataString(culture + Entry)}", $"{culture}/help#members"], visit.Links(Part));
        Assert.DoesNotContain("fund.example", visit.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "your registration still waits for the secretariat")]
    [InlineData("/fr", "votre inscription attend encore le secrétariat")]
    [InlineData("/es", "su inscripción aún espera a la secretaría")]
    public async Task Pending_OnAnEntry_ReadsWhatTheyWaitFor(string culture, string text)
    {
        var visit = await portal.VisitAsync(culture + Entry, Pending);

        Assert.Contains(text, visit.Text(Part), StringComparison.Ordinal);
        Assert.Equal([$"{culture}/account"], visit.Links(Part));
        Assert.DoesNotContain("fund.example", visit.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("focal_point")]
    [InlineData("moderator")]
    [InlineData("administrator")]
    public async Task Member_OnAnEntry_SeesWhomToAsk(string role)
    {
        var visit = await portal.VisitAsync(Entry, portal.Issuer.AccessToken(roles: [role]));

        Assert.Contains("Remittances unit", visit.Text(Part), StringComparison.Ordinal);
        Assert.Contains("+000 555", visit.Text(Part), StringComparison.Ordinal);
        Assert.Equal([$"mailto:{Mailbox}", "mailto:press@fund.example"], visit.Links(Part));
        Assert.DoesNotContain(Mailbox, visit.Text("script[type='application/ld+json']"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "No contact has been given for this entry")]
    [InlineData("/fr", "Aucun contact n’a été donné")]
    [InlineData("/es", "No se ha dado ningún contacto")]
    public async Task Member_OnAnEntryWithoutAContact_IsToldSo_AndWhereToWrite(string culture, string text)
    {
        var visit = await portal.VisitAsync($"{culture}/tools/guide", Member);

        Assert.Contains(text, visit.Text(Part), StringComparison.Ordinal);
        Assert.Equal([$"{culture}/contact?about=%2Ftools%2Fguide"], visit.Links(Part));
    }

    [Fact]
    public async Task Contacts_WhenTheCatalogueFails_AreAPoliteGapInAWholePage()
    {
        portal.Behind.ContactsFail = true;

        await AssertGapAsync();
    }

    [Fact]
    public async Task Contacts_ThatTheCatalogueNeverAnswers_AreNotWaitedFor()
    {
        portal.Behind.ContactsHang = true;

        await AssertGapAsync();
    }

    [Fact]
    public async Task Page_OfAMember_IsKeptByNobody_AndAVisitorsAfterItHasNoContact()
    {
        var member = await portal.VisitAsync(Entry, Member);
        var visitor = await portal.VisitAsync(Entry);

        Assert.Contains(Mailbox, member.Html, StringComparison.Ordinal);
        Assert.Equal("no-store", member.Headers.CacheControl!.ToString());
        Assert.DoesNotContain(Mailbox, visitor.Html, StringComparison.Ordinal);
        Assert.Equal("public, max-age=30", visitor.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Contact_WithMarkupAndMoreThanAnAddress_IsTextAndOneRecipient()
    {
        var visit = await portal.VisitAsync("/practices/hostile", Member);

        Assert.Contains(Samples.Hostile, visit.Text(Part), StringComparison.Ordinal);
        Assert.Empty(visit.Page.QuerySelectorAll($"{Part} script, {Part} img, {Part} b"));
        Assert.Equal(["mailto:unit%3Fbcc%3Dall%26subject%3D%3Cb%3E@ministry.example"], visit.Links(Part));
    }

    private async Task AssertGapAsync()
    {
        var visit = await portal.VisitAsync(Entry, Member);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("cannot be shown at the moment", visit.Text($"{Part} .notice"), StringComparison.Ordinal);
        Assert.Contains("The challenge", visit.Text("article"), StringComparison.Ordinal);
    }
}
