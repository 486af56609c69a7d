namespace PfP.Search.Engines;

/// <summary>An engine's server is away, too slow or refuses for the moment: trying again later may help.</summary>
public sealed class EngineUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
