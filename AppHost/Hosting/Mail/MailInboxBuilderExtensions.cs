using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.LocalServers;

namespace Aspire.Hosting;

public static class MailInboxBuilderExtensions
{
    private const string Program = "node_modules/maildev/dist/bin/maildev.js";

    /// <summary>Mails of many days' work.</summary>
    private const int MostMails = 1000;

    /// <summary>
    /// A local inbox (maildev) whose web page is on <paramref name="port"/>, or the server that <c>ConnectionStrings__connectionName</c>
    /// leads to. What is in it is private, so only this machine reaches it.
    /// </summary>
    public static IResourceBuilder<MailInboxResource> AddMailInbox(
        this IDistributedApplicationBuilder builder, string name, string connectionName, int? port = null)
    {
        var inbox = builder.AddResource(new MailInboxResource(name, "node", builder.AppHostDirectory))
            .WithAnnotation(new ResourceTypeAnnotation("MailInbox"));
        return inbox.UseGivenConnectionString(connectionName) ? inbox : inbox
            .WithEndpoint(scheme: "tcp", name: MailInboxResource.Smtp, env: "MAILDEV_SMTP_PORT")
            .WithHttpEndpoint(port, env: "MAILDEV_WEB_PORT")
            // Without a folder of its own it would share one for everybody on the machine.
            .WithEnvironment("MAILDEV_MAIL_DIRECTORY", builder.GetDataFolder(name))
            .WithArgs(Find(builder.AppHostDirectory), "--ip", "127.0.0.1", "--web-ip", "127.0.0.1", "--max-emails", $"{MostMails}")
            .WithExternalHttpEndpoints("Inbox")
            // The page itself is served to browsers only, by their Accept header.
            .WithHttpHealthCheck("/index.html");
    }

    private static string Find(string appHostDirectory)
    {
        for (var folder = new DirectoryInfo(appHostDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Program)))
            {
                return Path.Combine(folder.FullName, Program);
            }
        }

        throw new DistributedApplicationException($"There is no {Program} at or above {appHostDirectory}. './pfp up' installs it ('npm ci').");
    }
}
