using System.Text.Json;

namespace PfP.Testing.Identity;

/// <summary>A passkey's device as Chromium plays it: the options of <c>WebAuthn.addVirtualAuthenticator</c>. It says yes without being touched.</summary>
public static class VirtualAuthenticator
{
    /// <param name="verified">Whether it also knows its user, by a fingerprint as it were.</param>
    public static JsonElement Options(bool verified = true) => JsonSerializer.SerializeToElement(new
    {
        protocol = "ctap2",
        transport = "internal",
        hasResidentKey = true,
        hasUserVerification = verified,
        isUserVerified = verified,
        automaticPresenceSimulation = true,
    });
}
