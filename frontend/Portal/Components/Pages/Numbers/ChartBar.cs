namespace PfP.Portal.Components.Pages.Numbers;

/// <param name="Href">Where what it counts is shown, if anywhere.</param>
public sealed record ChartBar(string Label, long Count, string? Href = null);
