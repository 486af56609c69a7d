namespace PfP.Contracts.Catalogue;

/// <summary>A public practice or policy tool has to be looked at again by those who answer for it. Published once for each day on which one falls due.</summary>
/// <param name="Slug">Of its public address.</param>
/// <param name="Title">In the language it was written in.</param>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="DueOn">The day that was set when it was last verified.</param>
public sealed record ReviewDue(Guid EntryId, string Slug, string Title, string Owner, DateOnly DueOn)
{
    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public string Kind { get; init; } = EntryKinds.Practice;
}
