using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting;

/// <summary>Says in time and in plain words that a port is taken; the proxy would only fail later.</summary>
internal static class PortCheck
{
    public static void RequireFree(int port, string user)
    {
        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            try
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                throw new DistributedApplicationException($"Port {port} is in use, but {user} needs it. Stop what uses it, or choose another port with PFP_PORT.", exception);
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
            {
                // A machine without IPv6.
            }
        }
    }
}
