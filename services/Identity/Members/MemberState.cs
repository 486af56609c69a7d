namespace PfP.Identity.Members;

internal enum MemberState
{
    /// <summary>Nobody has followed the link in the mail yet.</summary>
    Unconfirmed,
    Waiting,
    Approved,
    Refused,
    Ended,
}

internal static class MemberStates
{
    public static string Name(MemberState state) => state.ToString().ToLowerInvariant();

    public static MemberState? Parse(string? name) =>
        Enum.TryParse<MemberState>(name, ignoreCase: true, out var state) && Name(state) == name ? state : null;
}
