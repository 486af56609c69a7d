using System.Net;
using System.Net.Sockets;

namespace PfP.Gateway.Clients;

/// <summary>Who counts as one client: an IPv4 address, or an IPv6 /64, which is what one household or host is given.</summary>
internal static class ClientNetwork
{
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
