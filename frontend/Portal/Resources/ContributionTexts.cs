namespace PfP.Portal.Resources;

/// <summary>Names the texts of contributing and reviewing (ContributionTexts.resx and its translations).</summary>
public sealed class ContributionTexts;
