using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>Encrypts Data Protection's own keys (AES-GCM) with a key made of a secret.</summary>
internal sealed class KeySeal(string secret) : IXmlEncryptor
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "PfP shared keys"u8.ToArray());

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var bytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(bytes.AsSpan(0, NonceBytes), plain, bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes));
        return new(new XElement("sealed", Convert.ToBase64String(bytes)), typeof(Opener));
    }

    private XElement Decrypt(XElement element)
    {
        var bytes = Convert.FromBase64String(element.Value);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>Data Protection makes it by its name, which stands beside each key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        private readonly KeySeal seal = new(services.GetRequiredService<IOptions<SharedKeyOptions>>().Value.Secret);

        public XElement Decrypt(XElement encryptedElement) => seal.Decrypt(encryptedElement);
    }
}
