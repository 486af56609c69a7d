using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Confirmations;

/// <summary>What was entered for a government is published once an office there has confirmed that very text by the link that it was mailed.</summary>
public sealed class ConfirmationTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submission_ThatNobodyConfirmed_IsNotPublished_NorAcceptedForADay()
    {
        using var confirming = new Confirming(host);
        var submitted = await confirming.SubmittedAsync("Not published unconfirmed");
        var refused = new List<HttpStatusCode> { await confirming.PublishedAsync(submitted) };
        var (asked, token) = await confirming.AskedAsync(submitted);
        refused.Add(await confirming.PublishedAsync(asked));
        using var scheduled = await confirming.Moderator.SendAsync(
            HttpMethod.Post, $"/{asked.Id}/schedule", new PublicationDay(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3)), (await confirming.NowAsync(asked)).Version);
        refused.Add(scheduled.StatusCode);

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Conflict, 3), refused);
        Assert.Equal(("submitted", "asked"), ((await confirming.NowAsync(asked)).State, (await confirming.NowAsync(asked)).Confirmation!.State));
        Assert.Equal(HttpStatusCode.NoContent, await confirming.AnsweredAsync(token));
        Assert.Equal(HttpStatusCode.OK, await confirming.PublishedAsync(asked));
    }

    [Fact]
    public async Task Link_ShowsTheText_AndItsConfirmation_StandsOnTheSubmission_WithoutItsSecretInAnyTable()
    {
        using var confirming = new Confirming(host);
        var draft = await confirming.StartAsync("Confirmed while it is a draft");
        var (asked, token) = await confirming.AskedAsync(draft);

        var shown = await confirming.TextAsync(token);
        var status = await confirming.AnsweredAsync(token);
        var again = await confirming.AnsweredAsync(token);
        var otherwise = await confirming.AnsweredAsync(token, "changes", "No, after all");

        Assert.Equal((Confirming.Owner, "asked", "Confirmed while it is a draft", null), (shown.Owner, shown.State, shown.Form!.Title, shown.Form.Contact));
        Assert.InRange(shown.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromDays(13.9), TimeSpan.FromDays(14));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Conflict), (status, again, otherwise));
        Assert.Equal("confirmed", (await confirming.TextAsync(token)).State);
        var last = (await confirming.NowAsync(asked)).Confirmation!;
        Assert.Equal(("confirmed", confirming.Mailbox, null), (last.State, last.Email, last.Comment));
        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, token, Cancellation));
        Assert.Equal(["public.confirmations"], await StoredText.TablesWithAsync(host.DatabaseConnectionString, confirming.Mailbox, Cancellation));
        // Sending it in changes no text.
        var submitted = await confirming.Moderator.DoAsync(HttpMethod.Post, $"/{asked.Id}/submit", version: asked.Version);
        Assert.Equal("confirmed", submitted.Confirmation!.State);
        Assert.Equal(HttpStatusCode.OK, await confirming.PublishedAsync(submitted));
    }

    [Fact]
    public async Task Text_EditedAfterItWasConfirmed_IsUnconfirmedAgain()
    {
        using var confirming = new Confirming(host);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Confirmed and then edited"));
        await confirming.AnsweredAsync(token);

        var edited = await confirming.RewrittenAsync(asked, "Edited and not confirmed");

        Assert.Equal(("outdated", HttpStatusCode.Conflict), (edited.Confirmation!.State, await confirming.PublishedAsync(edited)));
        var (anew, second) = await confirming.AskedAsync(edited, mail: 2);
        Assert.Equal(HttpStatusCode.NotFound, await confirming.AnsweredAsync(token));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (await confirming.AnsweredAsync(second), await confirming.PublishedAsync(anew)));
    }

    [Fact]
    public async Task Link_ForAnOlderText_DoesNotConfirmTheNewerOne_NorShowIt()
    {
        using var confirming = new Confirming(host);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Asked about and then edited"));

        var edited = await confirming.RewrittenAsync(asked, "Never shown by the older link");
        var shown = await confirming.TextAsync(token);
        var answered = await confirming.AnsweredAsync(token);

        Assert.Equal(("outdated", null, HttpStatusCode.Conflict), (shown.State, shown.Form, answered));
        Assert.Equal(("outdated", HttpStatusCode.Conflict), ((await confirming.NowAsync(edited)).Confirmation!.State, await confirming.PublishedAsync(edited)));
    }

    [Fact]
    public async Task Link_EndsAfterTwoWeeks_AndWithANewOne()
    {
        using var confirming = new Confirming(host);
        var (asked, first) = await confirming.AskedAsync(await confirming.SubmittedAsync("Asked about twice"));
        var (anew, second) = await confirming.AskedAsync(asked, mail: 2);
        using var ended = await confirming.ReadAsync(first);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (ended.StatusCode, await confirming.AnsweredAsync(first)));

        var past = DateTimeOffset.UtcNow.AddSeconds(-1);
        await host.InDatabaseAsync(db => db.Confirmations.Where(confirmation => confirmation.SubmissionId == asked.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(confirmation => confirmation.ExpiresAt, past), Cancellation));
        using var expired = await confirming.ReadAsync(second);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (expired.StatusCode, await confirming.AnsweredAsync(second)));
        Assert.Equal(("expired", HttpStatusCode.Conflict), ((await confirming.NowAsync(anew)).Confirmation!.State, await confirming.PublishedAsync(anew)));
    }

    [Fact]
    public async Task Changes_AreAskedForWithAComment_AndNothingIsPublished()
    {
        using var confirming = new Confirming(host);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Changes asked for by link"));

        await AssertRefusedAsync(confirming, token, "changes", " \n ", "comment");
        await AssertRefusedAsync(confirming, token, "changes", new string('x', 2001), "comment");
        await AssertRefusedAsync(confirming, token, "confirmed", "a\u0000b", "comment");
        await AssertRefusedAsync(confirming, token, "published", null, "answer");
        await AssertRefusedAsync(confirming, token, null, null, "answer");
        var answered = await confirming.AnsweredAsync(token, "changes", " The ministry has\r\nanother name. ");

        var last = (await confirming.NowAsync(asked)).Confirmation!;
        Assert.Equal((HttpStatusCode.NoContent, "changes", "The ministry has\nanother name."), (answered, last.State, last.Comment));
        Assert.Equal(HttpStatusCode.Conflict, await confirming.PublishedAsync(asked));
        Assert.Equal(HttpStatusCode.Conflict, await confirming.AnsweredAsync(token));
    }

    [Fact]
    public async Task Answers_AtTheSameTime_AreOne()
    {
        using var confirming = new Confirming(host);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Answered by two at once"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => confirming.AnsweredAsync(token, number % 2 == 0 ? "confirmed" : "changes", "One of two")));

        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(record => record.SubjectId == asked.Id && record.Action.StartsWith("answered "), Cancellation)));
        var state = (await confirming.NowAsync(asked)).Confirmation!.State;
        Assert.Equal(state == "confirmed" ? HttpStatusCode.OK : HttpStatusCode.Conflict, await confirming.PublishedAsync(asked));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("' or 1=1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_ThatIsMadeUp_LeadsNowhere(string token)
    {
        using var confirming = new Confirming(host);
        using var read = await confirming.ReadAsync(token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, await confirming.AnsweredAsync(token)));
    }

    [Theory]
    [InlineData("en", "Please confirm: Mailed to an office in en", "on behalf of Kenya")]
    [InlineData("fr", "Merci de confirmer : Mailed to an office in fr", "au nom de : Kenya")]
    [InlineData("es", "Confirme, por favor: Mailed to an office in es", "en nombre de: Kenia")]
    public async Task Mail_IsWrittenInTheLanguageAskedFor_AndOnce_HoweverOftenItIsAskedFor(string language, string subject, string says)
    {
        using var confirming = new Confirming(host);
        var submitted = await confirming.SubmittedAsync($"Mailed to an office in {language}");

        await confirming.AskAsync(submitted, language);
        using var again = await confirming.TryAskAsync(submitted);
        var mail = Assert.Single(await confirming.MailsAsync(1));

        Assert.Equal((HttpStatusCode.PreconditionFailed, subject), (again.StatusCode, mail.Subject));
        Assert.Contains(says, mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.StartsWith(language == "en" ? "/confirmation" : $"/{language}/confirmation", mail.Links.First().AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Confirmations.CountAsync(confirmation => confirmation.SubmissionId == submitted.Id, Cancellation)));
    }

    [Fact]
    public async Task Asking_IsTheSecretariats_AboutACompleteTextOfAnother_ThatIsNotConfirmed()
    {
        using var confirming = new Confirming(host);
        using var owner = new Contributing(host, "focal_point", Confirming.Owner);
        using var colleague = new Contributing(host, "moderator", null);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Asked about by whom"));
        var request = new ConfirmationRequest("office@ministry.example", "en");

        using var byOwner = await owner.SendAsync(HttpMethod.Post, $"/{asked.Id}/confirmation", request, asked.Version);
        using var unseen = await colleague.SendAsync(HttpMethod.Post, $"/{asked.Id}/confirmation", request);
        await confirming.AnsweredAsync(token);
        using var confirmed = await confirming.TryAskAsync(await confirming.NowAsync(asked));
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var own = await member.SubmittedAsync();
        using var ofItsOwn = await colleague.SendAsync(HttpMethod.Post, $"/{own.Id}/confirmation", request, own.Version);
        var incomplete = await colleague.DoAsync(HttpMethod.Post, "?onBehalfOf=country:KE", new SubmissionForm { Title = "Only a title" });
        using var early = await confirming.TryAskAsync(incomplete);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.PreconditionRequired, HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest],
            new[] { byOwner, unseen, confirmed, ofItsOwn, early }.Select(answer => answer.StatusCode));
        foreach (var (wrong, field) in new[] { (new ConfirmationRequest("nobody", "en"), "email"), (new(null, "en"), "email"), (new("a@b.example\r\nBcc: c@d.example", "en"), "email"), (new("a@b.example", "de"), "language") })
        {
            using var refused = await confirming.TryAskAsync(incomplete, wrong);
            Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation))!.Errors.Keys);
        }
    }

    private static async Task AssertRefusedAsync(Confirming confirming, string token, string? answer, string? comment, string field)
    {
        using var response = await confirming.AnswerAsync(token, answer, comment);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(field, (await response.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }
}
