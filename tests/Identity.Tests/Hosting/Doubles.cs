using Microsoft.AspNetCore.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Tests.Hosting;

/// <summary>The system's clock, moved forward by tests; never back, because all of them share it.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}

/// <summary>Counts what costs time: every hash that is made or compared, by the password it is about.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> inner = new();
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
