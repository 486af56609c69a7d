using PfP.ServiceDefaults;

namespace PfP.Notifications.Members;

/// <summary>What the last event said of a person; an erased one is a version and nothing else.</summary>
internal sealed class Member
{
    public Guid Id { get; private init; }

    public int Version { get; private init; }

    /// <summary>One of <see cref="MemberStates"/>.</summary>
    public required string State { get; init; }

    public string? Name { get; private init; }

    public string? Email { get; private init; }

    public string? Language { get; private init; }

    public string? TimeZone { get; private init; }

    /// <summary>Why a registration was refused.</summary>
    public string? Refusal { get; private init; }

    public MailRecipient? Reader => Email is null ? null : new(Email, Name ?? "", Language ?? "en", TimeZone ?? "UTC");
}

internal static class MemberStates
{
    public const string Member = "member";
    public const string Refused = "refused";
    public const string Erased = "erased";
}
