using System.Security.Cryptography;
using System.Text;
using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults;

/// <summary>An address as it is compared where it need not be read.</summary>
public static class AddressHash
{
    public static byte[] Of(string address) => SHA256.HashData(Encoding.UTF8.GetBytes(Addresses.Normal(address)));

    public static string Text(string address) => Convert.ToHexStringLower(Of(address));
}
