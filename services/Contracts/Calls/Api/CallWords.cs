namespace PfP.Contracts.Calls.Api;

/// <summary>What a public call says, in the language in which it is written; with the limits of <see cref="CallForm"/>.</summary>
public sealed record CallWords(string? Title, string? Summary, string? Ask, string? ForWhom, string? Background);
