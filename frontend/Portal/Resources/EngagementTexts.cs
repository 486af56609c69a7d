namespace PfP.Portal.Resources;

/// <summary>Names the texts with which members write to those who answer for an entry (EngagementTexts.resx and its translations).</summary>
public sealed class EngagementTexts;
