namespace PfP.Identity.Accounts.SecurityLog;

/// <summary>What happened to an account, kept for good: no address, no name, no value of a field.</summary>
/// <param name="Actor">Whose doing it was; null for somebody who is not signed in.</param>
internal sealed record SecurityEvent(DateTimeOffset At, Guid AccountId, Guid? Actor, string Action, string[] Fields)
{
    public long Id { get; private init; }
}

/// <summary>The actions, as they are stored; the interface has a text for each.</summary>
internal static class SecurityActions
{
    public const string SignedIn = "signed-in";
    public const string SignedInFromNewDevice = "signed-in-from-new-device";
    public const string SignInRefused = "sign-in-refused";
    public const string CodeRefused = "code-refused";
    public const string SignedOut = "signed-out";
    public const string CodeReused = "code-reused";
    public const string RefreshTokenReused = "refresh-token-reused";
    public const string SignedOutEverywhere = "signed-out-everywhere";
    public const string Registered = "registered";
    public const string EmailConfirmed = "email-confirmed";
    public const string InvitationAccepted = "invitation-accepted";
    public const string ResetAsked = "reset-asked";
    public const string PasswordChanged = "password-changed";
    public const string SecondFactorAdded = "second-factor-added";
    public const string SecondFactorRemoved = "second-factor-removed";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";
    public const string ProfileChanged = "profile-changed";
    public const string Approved = "approved";
    public const string Refused = "refused";
    public const string RoleChanged = "role-changed";
    public const string Renewed = "renewed";
    public const string Ended = "ended";
    public const string DataExported = "data-exported";
    public const string Erased = "erased";
}
