using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Passkeys;

/// <param name="Options">JSON for the browser.</param>
/// <param name="State">What the server expects back, sealed; the form carries it.</param>
internal sealed record PasskeyCeremony(string Options, string State);

/// <summary>
/// ASP.NET Core Identity's passkeys with challenges that count once: what was answered is noted, so that a recorded answer is refused
/// even with the form it came in.
/// </summary>
internal sealed class PasskeyCeremonies(
    IPasskeyHandler<Account> handler, UserManager<Account> accounts, IDataProtectionProvider protection, NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<PasskeyCeremony> ForSignInAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null!, http);
        return new(options.RequestOptionsJson, Seal("sign-in", options.AssertionState));
    }

    public async Task<PasskeyCeremony> ForAddingAsync(Account account, string name, HttpContext http)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = name }, http);
        return new(options.CreationOptionsJson, Seal(Adding(account), options.AttestationState));
    }

    /// <summary>The account whose passkey answered, or null.</summary>
    public async Task<Account?> SignInAsync(string credential, string state, HttpContext http, CancellationToken cancellationToken)
    {
        if (await OpenAsync("sign-in", state, cancellationToken) is not { } expected)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = expected, HttpContext = http });
        if (!result.Succeeded)
        {
            return null;
        }

        // Its counter: an answer that is not newer than this one is a copy's.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey).OrThrowAsync();
        return result.User;
    }

    public async Task<bool> AddAsync(Account account, string credential, string state, string? label, HttpContext http, CancellationToken cancellationToken)
    {
        if (await OpenAsync(Adding(account), state, cancellationToken) is not { } expected)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { CredentialJson = credential, AttestationState = expected, HttpContext = http });
        if (!result.Succeeded)
        {
            return false;
        }

        result.Passkey.Name = label;
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    private static string Adding(Account account) => $"add:{account.Id:N}";

    private ITimeLimitedDataProtector Sealer(string purpose) => protection.CreateProtector("PfP.Passkeys", purpose).ToTimeLimitedDataProtector();

    private string Seal(string purpose, string? state) => Sealer(purpose).Protect($"{Guid.CreateVersion7(clock.GetUtcNow())}{state}", Lifetime);

    private async Task<string?> OpenAsync(string purpose, string state, CancellationToken cancellationToken)
    {
        try
        {
            var opened = Sealer(purpose).Unprotect(state);
            await using var command = database.CreateCommand("insert into provider.answered_challenges (id, at) values ($1, $2) on conflict do nothing");
            command.Parameters.Add(new() { Value = Guid.Parse(opened.AsSpan(0, 36)) });
            command.Parameters.Add(new() { Value = clock.GetUtcNow() });
            return await command.ExecuteNonQueryAsync(cancellationToken) == 1 ? opened[36..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
