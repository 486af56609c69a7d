namespace PfP.Portal.Resources;

/// <summary>Names the texts of calls for action (CallTexts.resx and its translations).</summary>
public sealed class CallTexts;
