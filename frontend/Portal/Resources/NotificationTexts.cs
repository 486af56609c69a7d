namespace PfP.Portal.Resources;

/// <summary>Names the texts about mails that members get (NotificationTexts.resx and its translations).</summary>
public sealed class NotificationTexts;
