using System.Net.Http.Json;
using PfP.Contracts;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Mails;

/// <summary>What a moderator asks of the desk of mails.</summary>
internal static class DeskRequests
{
    /// <summary>The only mail to the recipient in that state.</summary>
    public static async Task<MailDelivery> ListedAsync(this NotificationsHost host, string state, Guid recipient)
    {
        for (var page = 1; ; page++)
        {
            using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, $"mails?state={state}&pageSize=100&page={page}", role: "moderator");
            var list = (await answer.Content.ReadFromJsonAsync<Page<MailDelivery>>(TestContext.Current.CancellationToken))!;
            if (list.Items.SingleOrDefault(mail => mail.Recipient == recipient) is { } found)
            {
                return found;
            }

            Assert.True(list.Items.Count == 100, $"There is no {state} mail to {recipient}.");
        }
    }

    public static Task<HttpResponseMessage> ResendAsync(this NotificationsHost host, Guid mail) =>
        host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, $"mails/{mail}/resend", role: "moderator");
}
