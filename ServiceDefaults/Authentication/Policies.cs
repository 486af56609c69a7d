using Microsoft.AspNetCore.Authorization;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>
/// Who may do what, by name for <c>RequireAuthorization</c>. Each includes those that follow it; acting for a particular country or
/// organisation also needs a look at <see cref="MemberPrincipal.Entity"/>. Somebody who waits for approval has no role and passes none.
/// </summary>
public static class Policies
{
    public const string Member = "Member";

    public const string FocalPoint = "FocalPoint";

    public const string Moderator = "Moderator";

    public const string Administrator = "Administrator";

    /// <summary>Administrators, and the machine that tells of mails which came back. Apart from the others.</summary>
    public const string MailReports = "MailReports";

    /// <summary>Whoever has an account, approved or not: for what is theirs alone. No machine.</summary>
    public const string Account = "Account";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Member, policy => policy.RequireRole(Roles.Member, Roles.FocalPoint, Roles.Moderator, Roles.Administrator));
        options.AddPolicy(FocalPoint, policy => policy.RequireRole(Roles.FocalPoint, Roles.Moderator, Roles.Administrator));
        options.AddPolicy(Moderator, policy => policy.RequireRole(Roles.Moderator, Roles.Administrator));
        options.AddPolicy(Administrator, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(Account, policy => policy.RequireAssertion(context => context.User.MemberId() is not null));
        options.AddPolicy(MailReports, policy => policy.RequireRole(Roles.Administrator, Roles.MailServer));
    }
}
