namespace Aspire.Hosting.ApplicationModel;

/// <summary>Says that a parameter which is not configured gets a random value.</summary>
public sealed class GenerateParameterDefault;
