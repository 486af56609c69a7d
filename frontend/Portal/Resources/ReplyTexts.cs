namespace PfP.Portal.Resources;

/// <summary>Names the texts of replies to calls (ReplyTexts.resx and its translations).</summary>
public sealed class ReplyTexts;
