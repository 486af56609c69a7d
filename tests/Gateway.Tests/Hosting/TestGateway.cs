using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PfP.Gateway.Tests.Hosting;

/// <summary>The gateway as its Program builds it, on a real loopback port. Without broker, database and provider unless they are given.</summary>
internal sealed class TestGateway : WebApplicationFactory<Program>
{
    private static readonly string[] ServicesBehind = ["catalogue", "calls", "search", "identity", "notifications", "portal"];

    private readonly Dictionary<string, string> _settings;
    private readonly TimeProvider? _clock;

    private TestGateway(Dictionary<string, string> settings, TimeProvider? clock)
    {
        (_settings, _clock) = (settings, clock);
        UseKestrel();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Shows answers as they are on the wire: no redirects, no decompression, no cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public static TestGateway Start(Upstream upstream, params (string Key, string Value)[] settings) =>
        Start(upstream, null, settings);

    public static TestGateway Start(Upstream upstream, TimeProvider? clock, params (string Key, string Value)[] settings) =>
        Start(clock, [.. ServicesBehind.Select(service => ($"services:{service}:http:0", upstream.Address)), .. settings]);

    public static TestGateway Start(params (string Key, string Value)[] settings) => Start(clock: null, settings);

    private static TestGateway Start(TimeProvider? clock, (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:messaging"] = "amqp://127.0.0.1:1",
            ["ConnectionStrings:web"] = "Host=127.0.0.1;Port=1",
            ["Authentication:Issuer"] = "http://127.0.0.1:1",
            ["SharedKeys:Secret"] = "a secret that is long enough for tests",
        };
        foreach (var service in ServicesBehind)
        {
            all[$"services:{service}:http:0"] = "http://127.0.0.1:1";
        }

        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var gateway = new TestGateway(all, clock);
        gateway.StartServer();
        gateway.Address = new Uri(gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        gateway.Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = gateway.Address,
        };
        return gateway;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends bytes as they are and reads until the gateway closes the connection, which it has to do.</summary>
    public async Task<string> SendRawAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), patience.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(patience.Token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (_clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(_clock));
        }

        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Http?.Dispose();
        base.Dispose(disposing);
    }
}
