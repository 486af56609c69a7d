using PfP.Design.Languages;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;
using PfP.Identity.Provider.Claims;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Accounts.SignIn;

/// <summary>What follows a right password or passkey: the second factor where there is one or must be one, then the session.</summary>
internal sealed class SignInFlow(
    SecondFactors factors, IMemberClaims members, AccountSessions sessions, PendingSignIn pending, KnownDevices devices, SecurityLogger log)
{
    private const string Home = "/account";

    public async Task<string> AfterPasswordAsync(Account account, string? returnUrl, CancellationToken cancellationToken)
    {
        var isOn = await factors.IsOnAsync(account.Id, cancellationToken);
        if (!isOn && !await MustHaveSecondFactorAsync(account.Id, cancellationToken))
        {
            return await StartAsync(account, ["pwd"], returnUrl, cancellationToken);
        }

        await pending.StartAsync(account);
        var path = isOn ? "/account/code" : "/account/set-up";
        return SiteLanguage.Local(returnUrl is null ? path : $"{path}?returnUrl={Uri.EscapeDataString(returnUrl)}");
    }

    public Task<string> AfterSecondFactorAsync(Account account, string? returnUrl, CancellationToken cancellationToken) =>
        StartAsync(account, ["pwd", "otp", "mfa"], returnUrl, cancellationToken);

    /// <summary>A passkey is something one has, opened by something one knows or is: both factors at once.</summary>
    public Task<string> AfterPasskeyAsync(Account account, string? returnUrl, CancellationToken cancellationToken) =>
        StartAsync(account, ["hwk", "user", "mfa"], returnUrl, cancellationToken);

    /// <summary>Those who decide about others.</summary>
    public async Task<bool> MustHaveSecondFactorAsync(Guid accountId, CancellationToken cancellationToken) =>
        await members.OfAsync(accountId, cancellationToken) is { } claims && claims.Roles.Any(Roles.IsStaff);

    private async Task<string> StartAsync(Account account, string[] methods, string? returnUrl, CancellationToken cancellationToken)
    {
        await pending.EndAsync();
        var isNew = devices.Remember(account.Id);
        await sessions.StartAsync(account, methods, isNew, cancellationToken);
        await log.WriteAsync(account.Id, account.Id, isNew ? SecurityActions.SignedInFromNewDevice : SecurityActions.SignedIn, cancellationToken);
        return returnUrl ?? SiteLanguage.Local(Home);
    }
}
