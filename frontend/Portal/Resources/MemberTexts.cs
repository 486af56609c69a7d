namespace PfP.Portal.Resources;

/// <summary>Names the texts of pages for members (MemberTexts.resx and its translations).</summary>
public sealed class MemberTexts;
