namespace PfP.ServiceDefaults.Authentication;

/// <summary>The values of the claim <c>role</c>.</summary>
public static class Roles
{
    public const string Member = "member";

    public const string FocalPoint = "focal_point";

    public const string Moderator = "moderator";

    public const string Administrator = "administrator";
}
