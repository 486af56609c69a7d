namespace PfP.Contracts.Search.Api;

/// <summary>Expressions that mean the same.</summary>
/// <param name="IsOneWay">Whoever searches for the first also finds the others, and not the other way round.</param>
public sealed record SynonymGroupRequest(IReadOnlyList<string>? Expressions, bool IsOneWay);

/// <param name="Version">What a change of it needs, as the answer's ETag.</param>
public sealed record SynonymGroupResponse(Guid Id, int Version, IReadOnlyList<string> Expressions, bool IsOneWay);

public static class SynonymLimits
{
    public const int LongestExpression = 100;
    public const int MostWords = 12;
    public const int FewestExpressions = 2;
    public const int MostExpressions = 20;
    public const int MostGroups = 500;
}
