namespace PfP.Notifications.Matching;

/// <summary>Whom a call is for.</summary>
/// <param name="Owner">Whose own people are not told; null for nobody's.</param>
internal sealed record Wanted(string? Owner, IReadOnlyCollection<string> Countries, IReadOnlyCollection<string> Themes);

/// <summary>Why a member is told of a call: being the focal point of a country comes before what they offer.</summary>
/// <param name="Country">Whose focal point they are.</param>
/// <param name="Themes">Those of the call in which they offer experience.</param>
internal sealed record Match(Guid MemberId, string? Country, IReadOnlyList<string> Themes);
