using System.Net;
using System.Net.Http.Json;
using System.Web;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Catalogue.Tests.Confirmations;

/// <summary>The secretariat at work on behalf of Kenya, and the office there that reads its mail.</summary>
internal sealed class Confirming : IDisposable
{
    public const string Owner = "country:KE";

    private readonly CatalogueHost host;
    private readonly HttpClient reader;

    public Confirming(CatalogueHost host)
    {
        this.host = host;
        reader = host.Client();
        Moderator = new Contributing(host, "moderator", null);
        Mailbox = $"{Guid.NewGuid():n}@ministry.example";
    }

    public Contributing Moderator { get; }

    /// <summary>That no other test writes to.</summary>
    public string Mailbox { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        reader.Dispose();
        Moderator.Dispose();
    }

    public Task<SubmissionResponse> StartAsync(string title) =>
        Moderator.DoAsync(HttpMethod.Post, $"?onBehalfOf={Uri.EscapeDataString(Owner)}", Contributing.Complete with { Title = title });

    public async Task<SubmissionResponse> SubmittedAsync(string title)
    {
        var draft = await StartAsync(title);
        return await Moderator.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);
    }

    /// <summary>Takes it back, writes another title and sends it in again.</summary>
    public async Task<SubmissionResponse> RewrittenAsync(SubmissionResponse submitted, string title)
    {
        var draft = await Moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take-back", version: submitted.Version);
        var written = await Moderator.DoAsync(HttpMethod.Put, $"/{submitted.Id}", draft.Form with { Title = title }, draft.Version);
        return await Moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/submit", version: written.Version);
    }

    public Task<HttpResponseMessage> TryAskAsync(SubmissionResponse submission, object? request = null) =>
        Moderator.SendAsync(HttpMethod.Post, $"/{submission.Id}/confirmation", request ?? new ConfirmationRequest(Mailbox, "en"), submission.Version);

    public Task<SubmissionResponse> AskAsync(SubmissionResponse submission, string language = "en") =>
        Moderator.DoAsync(HttpMethod.Post, $"/{submission.Id}/confirmation", new ConfirmationRequest(Mailbox, language), submission.Version);

    /// <summary>Waits until so many mails have come to the office.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync(int count)
    {
        await Eventually.TrueAsync(() => host.Mail.Received.Count(mail => mail.To == Mailbox) >= count, $"{count} mails to {Mailbox}");
        return [.. host.Mail.Received.Where(mail => mail.To == Mailbox)];
    }

    /// <summary>The secret of the last of so many mails.</summary>
    public async Task<string> TokenAsync(int mail = 1) => HttpUtility.ParseQueryString((await MailsAsync(mail))[^1].Links.First().Query)["token"]!;

    public async Task<(SubmissionResponse Asked, string Token)> AskedAsync(SubmissionResponse submission, int mail = 1) => (await AskAsync(submission), await TokenAsync(mail));

    public Task<HttpResponseMessage> ReadAsync(string token) => reader.GetAsync(new Uri($"/api/catalogue/confirmation?token={Uri.EscapeDataString(token)}", UriKind.Relative), Cancellation);

    public async Task<ConfirmationText> TextAsync(string token)
    {
        using var answer = await ReadAsync(token);
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        return (await answer.Content.ReadFromJsonAsync<ConfirmationText>(Cancellation))!;
    }

    public Task<HttpResponseMessage> AnswerAsync(string token, string? answer, string? comment = null) =>
        reader.SendAsync(HttpMethod.Post, $"/api/catalogue/confirmation?token={Uri.EscapeDataString(token)}", new ConfirmationAnswer(answer, comment), null, null, Cancellation);

    public async Task<HttpStatusCode> AnsweredAsync(string token, string? answer = "confirmed", string? comment = null)
    {
        using var response = await AnswerAsync(token, answer, comment);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> PublishedAsync(SubmissionResponse submission, int? version = null)
    {
        using var answer = await Moderator.SendAsync(HttpMethod.Post, $"/{submission.Id}/publish", version: version ?? (await NowAsync(submission)).Version);
        return answer.StatusCode;
    }

    public Task<SubmissionResponse> NowAsync(SubmissionResponse submission) => Moderator.ReadAsync<SubmissionResponse>($"/{submission.Id}");
}
