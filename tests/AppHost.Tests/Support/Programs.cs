namespace PfP.AppHost.Tests.Support;

/// <summary>Tiny programs to start and stop.</summary>
internal static class Programs
{
    /// <summary>A web server that answers its process id, or 503 as long as the file that HEALTHY names is missing.</summary>
    private const string WebServer = """
        const fs = require('fs');
        require('http').createServer((request, response) => {
          const healthy = !process.env.HEALTHY || fs.existsSync(process.env.HEALTHY);
          response.writeHead(healthy ? 200 : 503, { connection: 'close' });
          response.end(String(process.pid));
        }).listen(process.env.PORT, 'localhost', () => console.log('listening'));
        """;

    public static IResourceBuilder<ExecutableResource> AddWebServer(this IDistributedApplicationBuilder builder, string name, int? port = null) =>
        builder.AddExecutable(name, "node", "/tmp", "-e", WebServer).WithHttpEndpoint(port, env: "PORT").WithHttpHealthCheck("/");

    public static IResourceBuilder<ExecutableResource> AddScript(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "bash", "/tmp", "-c", script);

    /// <summary>Runs until it is stopped.</summary>
    public static IResourceBuilder<ExecutableResource> AddWorker(this IDistributedApplicationBuilder builder, string name) => builder.AddScript(name, "exec sleep 1000");
}
