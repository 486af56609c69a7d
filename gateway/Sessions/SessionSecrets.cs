namespace PfP.Gateway.Sessions;

/// <summary>What the provider gave for a session. It is readable in this process only: never in the browser, the database or a log.</summary>
/// <param name="IdToken">Kept for one purpose, to tell the provider at sign-out whom it concerns.</param>
internal sealed record SessionSecrets(string AccessToken, string? RefreshToken, string IdToken, Profile Profile);

/// <summary>Who is signed in, as far as a page needs to know.</summary>
internal sealed record Profile(string? Name, IReadOnlyList<string> Roles, string? Entity, string? Locale);

/// <summary>A session that has been found and read.</summary>
internal sealed record ActiveSession(byte[] Key, SessionSecrets Secrets, DateTimeOffset TokenExpiresAt);
