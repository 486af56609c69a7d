namespace PfP.Portal.Resources;

/// <summary>Names the texts of working groups, announcements and what is shared of pages (ForumTexts.resx and its translations).</summary>
public sealed class ForumTexts;
