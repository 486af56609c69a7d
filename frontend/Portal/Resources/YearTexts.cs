namespace PfP.Portal.Resources;

/// <summary>Names the texts of the yearly review (YearTexts.resx and its translations).</summary>
public sealed class YearTexts;
