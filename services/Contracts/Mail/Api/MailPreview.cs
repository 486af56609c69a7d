namespace PfP.Contracts.Mail.Api;

/// <summary>A mail as it is sent, written to nobody.</summary>
/// <param name="Text">Its part for mail programs that show no HTML.</param>
/// <param name="Html">A whole document, with styles in it.</param>
public sealed record MailPreview(string Subject, string Text, string Html);
