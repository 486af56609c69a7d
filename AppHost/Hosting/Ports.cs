using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

internal static class Ports
{
    /// <summary>Below the ports that the system gives to outgoing connections, which could take one while its process is down.</summary>
    private const int First = 20_000, End = 32_000;
    private static readonly ConcurrentDictionary<int, byte> s_given = [];

    /// <summary>A free port, at random so that copies which start together hardly meet.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port) && s_given.TryAdd(port, 0))
            {
                return port;
            }
        }
    }

    /// <summary>Says in time and in plain words which port is taken; a process would only fail later.</summary>
    public static void RequireFree(HostSettings settings, IEnumerable<IResource> resources)
    {
        if (settings.HasDashboard)
        {
            RequireFree(settings.DashboardPort, "the dashboard");
        }

        foreach (var resource in resources)
        {
            foreach (var port in resource.GetEndpoints().Select(endpoint => endpoint.Port).OfType<int>())
            {
                RequireFree(port, resource.Name);
            }
        }
    }

    private static void RequireFree(int port, string user)
    {
        if (!IsFree(port))
        {
            throw new DistributedApplicationException($"Port {port} is in use, but {user} needs it. Stop what uses it, or choose another port with PFP_PORT.");
        }
    }

    private static bool IsFree(int port)
    {
        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            try
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
            {
                // A machine without IPv6.
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return true;
    }
}
