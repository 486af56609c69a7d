using Microsoft.AspNetCore.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts;

internal static class FoundAccount
{
    /// <summary>The account of that address; a new one, which nobody can sign in to yet, where there is none.</summary>
    public static async Task<Account> FindOrCreateAsync(this UserManager<Account> accounts, string email)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var account = new Account { UserName = email, Email = email };
        await accounts.CreateAsync(account).OrThrowAsync();
        return account;
    }
}
