using PfP.Contracts.Calls.Api;
using PfP.Contracts.Mail.Api;

namespace PfP.Portal.Clients;

/// <summary>Every mail that a call will cause over its life, of both services that send some.</summary>
internal sealed class CallMailPreviews(CallDraftsClient calls, NotificationsClient notifications)
{
    /// <param name="language">In which the mails are written.</param>
    public async Task<Answer<CallOutlookMails>> ReadAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var answer = await calls.MailsAsync(id, language, cancellationToken);
        if (answer.Value is not { } own)
        {
            return answer;
        }

        return await notifications.CallMailsAsync(own.Outlook, language, cancellationToken) is { } others
            ? new(AnswerState.Found, own with { Mails = [.. others.Concat(own.Mails).OrderBy(mail => PlaceOf(mail.Phase))] })
            : new(AnswerState.Unreachable);
    }

    // One that this portal does not know yet comes last.
    private static int PlaceOf(string phase) => CallMailPhases.All.Index().Where(row => row.Item == phase).Select(row => row.Index).FirstOrDefault(CallMailPhases.All.Count);
}
