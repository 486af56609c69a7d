namespace PfP.Design.Components;

/// <param name="Path">Without culture.</param>
public sealed record Crumb(string Label, string Path);
