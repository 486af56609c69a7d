namespace PfP.Design.Components;

/// <param name="Href">Selects the value, or takes it out of the selection.</param>
public sealed record FacetLink(string Label, int Count, string Href, bool Selected);
