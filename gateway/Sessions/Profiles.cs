using System.Text.Json;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Sessions;

internal static class Profiles
{
    /// <summary>What userinfo says about that subject; null where it speaks of another.</summary>
    public static Profile? Read(JsonElement userInfo, string subject) =>
        Text(userInfo, MemberPrincipal.SubjectClaim) == subject
            ? new(
                Text(userInfo, MemberPrincipal.NameClaim),
                [.. Texts(userInfo, MemberPrincipal.RoleClaim)],
                Text(userInfo, MemberPrincipal.EntityClaim),
                Text(userInfo, MemberPrincipal.LocaleClaim))
            : null;

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String ? claim.GetString() : null;

    // A claim with one value may be written without a list.
    private static IEnumerable<string> Texts(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Array
            ? claim.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)
            : Text(claims, name) is { } one ? [one] : [];
}
