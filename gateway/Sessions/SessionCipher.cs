using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PfP.ServiceDefaults.Errors;

namespace PfP.Gateway.Sessions;

/// <summary>Encrypts what a session holds, each under its own key's name: a row copied into another session cannot be read there.</summary>
internal sealed class SessionCipher(IDataProtectionProvider provider)
{
    private const string Purpose = "PfP.Gateway.Sessions.v1";

    public byte[] Close(byte[] key, SessionSecrets secrets) => For(key).Protect(JsonSerializer.SerializeToUtf8Bytes(secrets));

    /// <summary>Null where the secrets cannot be read, be they forged or their key gone for good: then nobody is signed in.</summary>
    public ActiveSession? Open(Session session)
    {
        try
        {
            var secrets = JsonSerializer.Deserialize<SessionSecrets>(For(session.Key).Unprotect(session.Secrets))!;
            return new(session.Key, secrets, session.TokenExpiresAt);
        }
        catch (CryptographicException exception) when (!Transient.IsTransient(exception))
        {
            return null;
        }
    }

    private IDataProtector For(byte[] key) => provider.CreateProtector(Purpose, Convert.ToHexStringLower(key));
}
