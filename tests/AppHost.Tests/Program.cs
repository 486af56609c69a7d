using PfP.AppHost.Tests.Support;
using Xunit.Runner.InProc.SystemConsole;

// Some tests kill a whole application, which therefore runs in a process of its own: this program once more.
if (args is [SampleApplication.Argument])
{
    SampleApplication.Run();
    return Environment.ExitCode;
}

return await ConsoleRunner.Run(args);
