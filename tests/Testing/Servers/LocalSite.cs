using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.Testing.Servers;

/// <summary>A site of a test's own in this process, which stands in for others.</summary>
public static class LocalSite
{
    /// <summary>On a free port of this machine, and silent; to be started once it is mapped.</summary>
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
