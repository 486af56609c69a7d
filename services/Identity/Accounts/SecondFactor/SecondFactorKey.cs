namespace PfP.Identity.Accounts.SecondFactor;

/// <summary>An account's authenticator app.</summary>
/// <param name="ProtectedKey">Under Data Protection: whoever reads the table alone cannot make codes.</param>
internal sealed record SecondFactorKey(Guid AccountId, string ProtectedKey, DateTimeOffset AddedAt)
{
    /// <summary>The newest time step whose code was used: none up to it is taken again.</summary>
    public long LastStep { get; init; }
}

/// <summary>Stands in for the authenticator app, once.</summary>
internal sealed record RecoveryCode(Guid AccountId, byte[] Hash);
