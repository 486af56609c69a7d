using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PfP.Identity.Data;

namespace PfP.Identity.Tests.Hosting;

/// <summary>The system's clock, which each test moves for itself and for the requests it makes.</summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly AsyncLocal<TimeSpan> ahead = new();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead.Value;

    public void Advance(TimeSpan by) => ahead.Value += by;
}

/// <summary>Counts what costs time: every hash that is made or compared, by the password it is about.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    // Few rounds: what is counted here is hashes.
    private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 100 }));
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> hashes = new(StringComparer.Ordinal);

    public int CountOf(string password) => hashes.GetValueOrDefault(password);

    public string HashPassword(Account user, string password)
    {
        hashes.AddOrUpdate(password, 1, (_, count) => count + 1);
        return inner.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        hashes.AddOrUpdate(providedPassword, 1, (_, count) => count + 1);
        return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
