namespace PfP.Catalogue.Trust;

/// <summary>
/// That the focal points of a country or organisation may publish directly, to be reviewed afterwards. Trust is the country's or organisation's, as its
/// entries are: a colleague who takes over has it too. It is a row here and no claim in a token, which would live on for minutes after trust has ended.
/// </summary>
/// <param name="owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
internal sealed class TrustedOwner(Guid id, string owner, DateTimeOffset since)
{
    public Guid Id { get; private init; } = id;

    public string Owner { get; private init; } = owner;

    public DateTimeOffset Since { get; private init; } = since;

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt = at;
}
