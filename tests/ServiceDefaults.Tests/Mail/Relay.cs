using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Mail;

/// <summary>npm's smtp-server with a certificate of an authority of its own.</summary>
internal sealed class Relay : IDisposable
{
    private readonly Process process;
    private readonly string folder;

    private Relay(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>What it has taken: a line of JSON for each message.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>The PEM file of the authority.</summary>
    public string Authority => Path.Combine(folder, "authority.pem");

    /// <summary>For <c>ConnectionStrings:mail</c>.</summary>
    public string With(string password) => $"smtp://sender:{Uri.EscapeDataString(password)}@localhost:{Port}";

    public static async Task<Relay> StartAsync(bool offersTls = true, string name = "localhost")
    {
        var folder = Directory.CreateTempSubdirectory("relay-").FullName;
        WriteCertificates(folder, name);
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "ServiceDefaults.Tests", "Mail", "relay.mjs"), Path.Combine(folder, "server.pem"), offersTls ? "true" : "false"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var port = int.Parse((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, null);
        var relay = new Relay(process, folder, port);
        _ = relay.ReadAsync();
        return relay;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Taken.Enqueue(line);
        }
    }

    private static void WriteCertificates(string folder, string name)
    {
        var now = DateTimeOffset.UtcNow;
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Authority of the test", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, now.AddHours(-1), now.AddHours(1), [1]);
        File.WriteAllText(Path.Combine(folder, "authority.pem"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.pem"), $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}
