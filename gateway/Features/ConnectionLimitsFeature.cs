namespace PfP.Gateway.Features;

/// <summary>How much one connection may send and how slowly; the figures stand in the section <c>ConnectionLimits</c>.</summary>
internal static class ConnectionLimitsFeature
{
    public static void AddConnectionLimits(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            builder.Configuration.GetSection("ConnectionLimits").Bind(kestrel.Limits);
        });
}
