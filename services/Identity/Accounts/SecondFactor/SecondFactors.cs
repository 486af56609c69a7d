using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SecondFactor;

/// <summary>The second factor of accounts: an authenticator app, and recovery codes for when that is lost.</summary>
internal sealed class SecondFactors(IdentityDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan SetupTime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector keys = protection.CreateProtector("PfP.SecondFactor.Key");
    private readonly ITimeLimitedDataProtector setups = protection.CreateProtector("PfP.SecondFactor.Setup").ToTimeLimitedDataProtector();

    public Task<bool> IsOnAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.SecondFactors.AnyAsync(factor => factor.AccountId == accountId, cancellationToken);

    public Task<int> CountRecoveryCodesAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(code => code.AccountId == accountId, cancellationToken);

    /// <summary>A key that counts only once a code made with it has come back; until then the form carries it, sealed.</summary>
    public string NewSetup(Guid accountId) => setups.Protect($"{accountId:N}:{Convert.ToHexString(Totp.NewKey())}", SetupTime);

    /// <summary>The key of a setup of this account, or null when the form has expired or was made up.</summary>
    public byte[]? KeyOf(Guid accountId, string setup)
    {
        try
        {
            var parts = setups.Unprotect(setup).Split(':');
            return parts is [var owner, var key] && owner == accountId.ToString("N") ? Convert.FromHexString(key) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Turns it on, in place of any before, when the code was made with the key; returns new recovery codes, or null.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Guid accountId, byte[] key, string code, CancellationToken cancellationToken)
    {
        if (Totp.StepOf(key, code, clock.GetUtcNow()) is not { } step)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SecondFactors.Where(factor => factor.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        db.SecondFactors.Add(new(accountId, keys.Protect(Convert.ToHexString(key)), clock.GetUtcNow()) { LastStep = step });
        var codes = await ReplaceRecoveryCodesAsync(accountId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return codes;
    }

    public async Task<IReadOnlyList<string>> ReplaceRecoveryCodesAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var codes = RecoveryCodes.New();
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(accountId, RecoveryCodes.Hash(accountId, code))));
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    public async Task TurnOffAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await db.SecondFactors.Where(factor => factor.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Whether the code is right and newer than any that was used: of two requests with the same code one gets a yes.</summary>
    public async Task<bool> UseCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.AsNoTracking().FirstOrDefaultAsync(factor => factor.AccountId == accountId, cancellationToken);
        if (factor is null || Totp.StepOf(Convert.FromHexString(keys.Unprotect(factor.ProtectedKey)), code, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        return await db.SecondFactors.Where(factor => factor.AccountId == accountId && factor.LastStep < step)
            .ExecuteUpdateAsync(update => update.SetProperty(factor => factor.LastStep, step), cancellationToken) == 1;
    }

    /// <summary>Whether it is one of the account's recovery codes; it is none afterwards.</summary>
    public async Task<bool> UseRecoveryCodeAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCodes.Hash(accountId, code);
        return await db.RecoveryCodes.Where(known => known.AccountId == accountId && known.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
