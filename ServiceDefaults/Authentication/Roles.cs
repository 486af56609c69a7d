namespace PfP.ServiceDefaults.Authentication;

/// <summary>The values of the claim <c>role</c>.</summary>
public static class Roles
{
    public const string Member = "member";

    public const string FocalPoint = "focal_point";

    public const string Moderator = "moderator";

    public const string Administrator = "administrator";

    /// <summary>Of a machine only: the mail server, or a script beside it, that hands on reports of mails which came back.</summary>
    public const string MailServer = "mail_server";

    /// <summary>Those that people have. From the one that may least.</summary>
    public static IReadOnlyList<string> All { get; } = [Member, FocalPoint, Moderator, Administrator];

    /// <summary>Of the secretariat.</summary>
    public static bool IsStaff(string? role) => role is Moderator or Administrator;
}
