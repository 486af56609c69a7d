using PfP.Contracts.Search.Api;

namespace PfP.Search.SynonymGroups;

/// <summary>Expressions that mean the same, as the secretariat says.</summary>
internal sealed class SynonymGroup
{
    private SynonymGroup()
    {
    }

    public Guid Id { get; private init; }

    public int Version { get; private set; } = 1;

    public string[] Expressions { get; private set; } = [];

    /// <summary>Whether only the first finds the others.</summary>
    public bool IsOneWay { get; private set; }

    public Guid CreatedBy { get; private init; }

    public string? IdempotencyKey { get; private init; }

    public static SynonymGroup Of(string[] expressions, bool isOneWay, Guid by, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Expressions = expressions,
        IsOneWay = isOneWay,
        CreatedBy = by,
        IdempotencyKey = key,
    };

    public void Change(string[] expressions, bool isOneWay)
    {
        (Expressions, IsOneWay) = (expressions, isOneWay);
        Version++;
    }

    public SynonymGroupResponse ToResponse() => new(Id, Version, Expressions, IsOneWay);
}
