using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class AnnouncementTests
{
    [Fact]
    public async Task Announcement_WhenEverythingIsReady_IsRepeatedAtTheTerminal()
    {
        await using var application = await RunningApplication.StartAsync(builder =>
        {
            builder.AddWebServer("slow").WithExternalHttpEndpoints();
            builder.AddScript("speaking", "echo 'private: a line'; echo 'warn: For you: look here'; exec sleep 1000").WithAnnouncements("For you: ");
        });

        await Eventually.HoldsAsync(() => application.Console.Contains("s] look here", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => application.Console);

        Assert.True(application.Console.IndexOf("Ready: ", StringComparison.Ordinal) < application.Console.IndexOf("look here", StringComparison.Ordinal));
        Assert.DoesNotContain("a line", application.Console, StringComparison.Ordinal);
    }
}
