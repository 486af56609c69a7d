using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Links;

/// <summary>The addresses of a name.</summary>
internal delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);

/// <summary>
/// Connects to public addresses only. Anybody may write a link, and what it leads to is asked from inside: so each connection, those of
/// redirects too, goes to an address that was looked at after the name was resolved, and not to the name once more.
/// </summary>
internal sealed class PublicNetwork(IOptions<LinkOptions> options, NameResolver resolve)
{
    private static readonly int[] WebPorts = [80, 443, 8080, 8443];

    // IANA's special-purpose registries. Of IPv6 only what is given out as global unicast counts.
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // Teredo and 6to4 among them: they carry an IPv4 address inside.
    private static readonly IPNetwork[] SpecialV6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    private readonly IPEndPoint? loopback = options.Value.LoopbackEndPoint;

    public static bool IsPublic(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => IsPublic(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetwork } => !SpecialV4.Any(network => network.Contains(address)),
        _ => GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address)),
    };

    /// <summary>Whether a port is one at which web servers usually are: the rest of a stranger's machine is not ours to knock at.</summary>
    public bool Visits(int port) => WebPorts.Contains(port) || port == loopback?.Port;

    /// <exception cref="HttpRequestException">No address of that name may be visited.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // A redirect may name any scheme, and all but HTTPS would be asked as if it were HTTP.
        if (!Addresses.IsWeb($"{context.InitialRequestMessage.RequestUri}"))
        {
            throw new HttpRequestException("A redirect leads to what is no web address.");
        }

        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] open = [.. (await resolve(host, cancellationToken)).Where(address => IsOpen(address, port))];
        if (open.Length == 0)
        {
            throw new HttpRequestException($"{host}:{port} is not in the public web.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOpen(IPAddress address, int port) => new IPEndPoint(address, port).Equals(loopback) || (WebPorts.Contains(port) && IsPublic(address));
}
