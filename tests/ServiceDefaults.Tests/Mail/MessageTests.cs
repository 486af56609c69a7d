using PfP.ServiceDefaults.Mail;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

public sealed class MessageTests(MessageTests.Fixture fixture) : IClassFixture<MessageTests.Fixture>
{
    private static readonly MailRecipient French = new("lectrice@example.org", "Une lectrice", "fr", "Africa/Dakar");

    [Fact]
    public async Task Message_IsTextAndHtmlInTheReadersLanguage()
    {
        var mail = await SentAsync(new(French, "Une note a été ajoutée : « été »", ["Premier <b>paragraphe</b> & suite.", "Second."])
        {
            Button = new("Lire la note", "/notes/1?of=a&b=c"),
            Reason = "Vous suivez cette note.",
        });

        Assert.Equal("Une note a été ajoutée : « été »", mail.Subject);
        Assert.StartsWith("Bonjour Une lectrice,\r\n\r\nPremier <b>paragraphe</b> & suite.\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal(["https://pfp.example.org/fr/notes/1?of=a&b=c", "https://pfp.example.org/"], mail.Links.Select(link => link.AbsoluteUri));
        Assert.Contains("Vous suivez cette note.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Premier &lt;b&gt;paragraphe&lt;/b&gt; &amp; suite.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://pfp.example.org/fr/notes/1?of=a&amp;b=c\"", mail.Html, StringComparison.Ordinal);
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Matches("^<[0-9a-f]{32}@example.org>$", mail.MessageId);
        Assert.Null(mail.Header("List-Unsubscribe"));
        Assert.Equal("Une lectrice <lectrice@example.org>", mail.Header("To"));
    }

    [Fact]
    public async Task Message_WhenItCanBeUnsubscribed_SaysHowInOneClick()
    {
        var mail = await SentAsync(new(French, "Hebdomadaire", []) { UnsubscribePath = "/api/notifications/unsubscribe/1" });

        Assert.Equal("<https://pfp.example.org/api/notifications/unsubscribe/1>", mail.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal("https://pfp.example.org/api/notifications/unsubscribe/1", mail.Links.Last().AbsoluteUri);
        Assert.Contains("<a href=\"https://pfp.example.org/api/notifications/unsubscribe/1\"", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A reader\r\nBcc: everyone@example.org", "Hello")]
    [InlineData("A reader\nBcc: everyone@example.org", "Hello")]
    [InlineData("A reader", "Hello\r\nBcc: everyone@example.org\r\n\r\nAnother body")]
    [InlineData("A reader", "Hello\u2028Bcc: everyone@example.org")]
    [InlineData("\"A\" <everyone@example.org>, reader", "Hello\0\u0085there")]
    public async Task Message_WhenNameOrSubjectHoldsALineBreak_GetsNoFurtherHeader(string name, string subject)
    {
        var mail = await SentAsync(new(MailProbe.Reader with { Name = name }, subject, ["Only this."]));

        Assert.Equal("reader@example.org", mail.To);
        Assert.DoesNotContain("Bcc", mail.HeaderNames, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.StartsWith("Hello", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\n b\tc", "a b c")]
    [InlineData("  plain  ", "plain")]
    [InlineData("é – 你", "é – 你")]
    public void HeaderText_IsOneLine(string text, string expected) => Assert.Equal(expected, HeaderText.Clean(text));

    [Fact]
    public void HeaderText_WhenLong_IsCutBetweenCharacters()
    {
        var text = HeaderText.Clean(new string('x', 199) + "😀😀");

        Assert.Equal(new string('x', 199) + "…", text);
    }

    [Theory]
    [InlineData("/members", "https://pfp.example.org/members")]
    [InlineData("//elsewhere.example", "https://pfp.example.org/elsewhere.example")]
    [InlineData("/\\elsewhere.example", "https://pfp.example.org/elsewhere.example")]
    [InlineData("https://elsewhere.example/", "https://pfp.example.org/https://elsewhere.example/")]
    public void Link_NeverLeavesTheSite(string path, string expected) =>
        Assert.Equal(expected, MailLayout.OnSite(new("https://pfp.example.org"), path));

    [Theory]
    [InlineData("en", "Pacific/Auckland", "2 January 2026 01:30")]
    [InlineData("fr", "America/New_York", "1 janvier 2026 07:30")]
    [InlineData("es", "Nowhere/Land", "1 de enero de 2026")]
    public void Instant_IsToldInTheReadersLanguageAndZone(string language, string zone, string expected)
    {
        var reader = new MailRecipient("reader@example.org", "A reader", language, zone);

        Assert.Contains(expected, reader.Local(new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero)), StringComparison.Ordinal);
    }

    private async Task<ReceivedMail> SentAsync(ComposedMail mail)
    {
        var service = fixture.Service;
        service.Sink.Received.Clear();
        service.Probe.Compose = _ => mail;
        await service.PlanAsync(Guid.NewGuid());
        return await service.Sink.NextAsync(mail.To.Address);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal MailService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Service = await MailService.StartAsync();

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
