using System.Net;
using System.Net.Sockets;

namespace PfP.AppHost.Tests.Support;

internal static class FreePorts
{
    private const int DashboardOffset = 10;

    /// <summary>A port that is free now, as is the dashboard's that goes with it.</summary>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (IsFree(port + DashboardOffset))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
