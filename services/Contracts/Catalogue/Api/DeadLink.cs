namespace PfP.Contracts.Catalogue.Api;

/// <summary>A web address that an entry leads to and that has not answered for days.</summary>
/// <param name="Since">When that was certain.</param>
/// <param name="Reason">gone (the server does not know it any more), failing (it answers with errors) or unreachable.</param>
public sealed record DeadLink(string Url, DateTimeOffset Since, string Reason);

/// <summary>The same, with the entry or Migration Profile that names it.</summary>
public sealed record EntryDeadLink(EntryLink Entry, DeadLink Link);
