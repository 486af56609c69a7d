namespace PfP.Identity.Accounts.Resources;

/// <summary>Names the texts of the account pages (AccountTexts.resx and its translations).</summary>
public sealed class AccountTexts;

/// <summary>Names the texts of the account mails (AccountMails.resx and its translations).</summary>
public sealed class AccountMails;
