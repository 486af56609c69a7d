using System.Globalization;

namespace PfP.AppHost.Tests.Support;

/// <summary>An application with a dashboard, a web server, and a worker that has a child and ignores SIGTERM.</summary>
internal static class SampleApplication
{
    public const string Argument = "sample-application";

    public static void Run()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { ProjectDirectory = AppContext.BaseDirectory });
        var port = int.Parse(builder.Configuration["PFP_PORT"]!, CultureInfo.InvariantCulture);
        var worker = builder.AddScript("worker", "trap '' TERM; sleep 1000; sleep 1000");
        builder.AddWebServer("web", port).WithExternalHttpEndpoints().WaitForStart(worker);
        builder.Build().Run();
    }
}
