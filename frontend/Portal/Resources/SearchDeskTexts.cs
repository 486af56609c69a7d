namespace PfP.Portal.Resources;

/// <summary>Names the texts of what readers search for, and of synonyms (SearchDeskTexts.resx and its translations).</summary>
public sealed class SearchDeskTexts;
