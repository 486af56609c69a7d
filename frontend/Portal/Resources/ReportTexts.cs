namespace PfP.Portal.Resources;

/// <summary>Names the texts of what readers report (ReportTexts.resx and its translations).</summary>
public sealed class ReportTexts;
