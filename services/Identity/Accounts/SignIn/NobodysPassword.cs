using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SignIn;

/// <summary>What a password is compared with where there is no account, or one without a password.</summary>
internal sealed class NobodysPassword
{
    public NobodysPassword(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        Hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(Account, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
    }

    public Account Account { get; } = new();

    public string Hash { get; }
}
