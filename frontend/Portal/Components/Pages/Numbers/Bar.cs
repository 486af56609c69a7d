namespace PfP.Portal.Components.Pages.Numbers;

/// <param name="Href">The list of what is counted; null where nothing lists it.</param>
public sealed record Bar(string Label, int Count, string? Href);
