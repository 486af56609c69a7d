using PfP.Contracts.Mail.Api;

namespace PfP.Contracts.Calls.Api;

/// <param name="Outlook">For those who send the other mails about it.</param>
/// <param name="Mails">Those that the service of calls sends itself.</param>
public sealed record CallOutlookMails(CallOutlook Outlook, IReadOnlyList<CallMail> Mails);
