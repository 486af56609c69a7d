namespace PfP.Identity.Provider.SigningKeys;

/// <summary>All keys, oldest first. Which of them signs, and which are published, follows from the time alone.</summary>
internal sealed record KeyRing(IReadOnlyList<SigningKey> Keys, DateTimeOffset ReadAt)
{
    /// <summary>What a replica that has not looked for a while may still sign, and clocks that differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    // What a key has signed is recognised for so long when it comes back as a hint.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public SigningKey? Find(string? id) => Keys.FirstOrDefault(key => key.Id == id);

    // The very first key may have been made a moment after the caller looked at the clock.
    public SigningKey SignerAt(DateTimeOffset now) => Keys.LastOrDefault(key => key.SignsFrom <= now) ?? Keys[0];

    /// <summary>The one that signs, those that will, and those whose tokens may still be about.</summary>
    public IEnumerable<SigningKey> PublishedAt(DateTimeOffset now, TimeSpan tokenLifetime) =>
        Keys.Where((_, index) => index == Keys.Count - 1 || Keys[index + 1].SignsFrom + tokenLifetime + Margin > now);

    /// <summary>When the next key is to begin, where it is time to announce one.</summary>
    public DateTimeOffset? NextDueAt(DateTimeOffset now, ProviderOptions options)
    {
        if (Keys.Count == 0)
        {
            return now;
        }

        // Announced too late, the next one begins later: nobody has to take a signature of a key that could not be known.
        var soonest = now + options.KeyAnnouncement;
        return Keys[^1].SignsFrom + options.KeyLifetime > soonest ? null : soonest;
    }

    public IEnumerable<SigningKey> ForgottenAt(DateTimeOffset now) => Keys.Where((_, index) => index < Keys.Count - 1 && Keys[index + 1].SignsFrom + Remembered <= now);
}
