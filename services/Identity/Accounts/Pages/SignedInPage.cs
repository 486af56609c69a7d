using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Pages;

/// <summary>A page about the reader's own account.</summary>
[Authorize(AccountsSetup.SignedIn)]
public abstract class SignedInPage : AccountPage
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    [Inject]
    private UserManager<Account> Accounts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private protected Account Me { get; private set; } = null!;

    private protected Guid SessionId => Guid.Parse(Http.User.FindFirstValue(AccountSessions.SessionClaim)!);

    protected bool Saved => Http.Request.Query.ContainsKey("saved");

    /// <summary>How the account is protected is only changed by somebody who has just signed in: a browser left open is not enough.</summary>
    protected virtual bool NeedsRecentSignIn => false;

    protected sealed override async Task LoadAsync()
    {
        Me = (await Accounts.FindByIdAsync(Http.User.FindFirstValue(AccountSessions.SubjectClaim)!))!;
        var signedInAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Http.User.FindFirstValue(AccountSessions.TimeClaim)!, CultureInfo.InvariantCulture));
        if (NeedsRecentSignIn && Clock.GetUtcNow() - signedInAt > Recent)
        {
            Go($"/account/sign-in?again&returnUrl={Uri.EscapeDataString(Here)}");
            return;
        }

        await LoadOwnAsync();
    }

    protected virtual Task LoadOwnAsync() => Task.CompletedTask;
}
