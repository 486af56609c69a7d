namespace PfP.Contracts.Mail.Api;

/// <summary>What was understood of a report; whether a mail of ours came back is looked at afterwards, by whoever sent it.</summary>
/// <param name="Failed">How many recipients are said to be refused for good.</param>
/// <param name="Ignored">How many others it speaks of: delivered, delayed, or refused for now.</param>
public sealed record BounceReceipt(int Failed, int Ignored);
