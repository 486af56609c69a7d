namespace PfP.Portal.Resources;

/// <summary>Names the texts of what the secretariat enters on behalf of others (ConfirmationTexts.resx and its translations).</summary>
public sealed class ConfirmationTexts;
