using System.Net;

namespace PfP.Catalogue.Links;

/// <summary>How links are checked (section <c>Links</c>).</summary>
internal sealed class LinkOptions
{
    /// <summary>One address of this machine that may be visited, such as <c>127.0.0.1:5080</c>: for tests. Production refuses to start with it.</summary>
    public string? Loopback { get; init; }

    public IPEndPoint? LoopbackEndPoint => Loopback is null ? null : IPEndPoint.Parse(Loopback);
}
