using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PfP.Chaos.Processes;

namespace PfP.Chaos;

/// <summary>One run's folder, ports, random numbers and log.</summary>
internal sealed class Stage : IDisposable
{
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly StreamWriter log;
    private readonly Lock guard = new();
    private readonly HashSet<int> ports = [];
    private readonly Random random;

    public Stage(int seed)
    {
        Seed = seed;
        random = new Random(seed);
        Folder = Directory.CreateTempSubdirectory("pfp-chaos-").FullName;
        // PostgreSQL runs as its own user when we are root, and has to get to its folder below.
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Path.Combine(Folder, "logs"));
        log = new StreamWriter(LogOf("chaos")) { AutoFlush = true };
        Log($"seed {seed}, folder {Folder}");
    }

    public Launcher Launcher { get; } = new();

    /// <summary>Everything random comes from it, so that it names a run as far as timing lets it.</summary>
    public int Seed { get; }

    public string Folder { get; }

    public string LogOf(string name) => Path.Combine(Folder, "logs", $"{name}.log");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (guard)
        {
            return least + ((most - least) * random.NextDouble());
        }
    }

    public T Pick<T>(IReadOnlyList<T> list)
    {
        lock (guard)
        {
            return list[random.Next(list.Count)];
        }
    }

    public void Log(string line)
    {
        lock (guard)
        {
            var stamped = $"{since.Elapsed:mm\\:ss\\.f}  {line}";
            Console.WriteLine(stamped);
            log.WriteLine(stamped);
        }
    }

    /// <summary>A port of the loopback address that nobody listens on, and that was not given out before.</summary>
    public int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (ports.Add(port))
            {
                return port;
            }
        }
    }

    /// <summary>Copies the logs to where they outlive the run.</summary>
    public string KeepLogs()
    {
        var kept = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "chaos", $"seed-{Seed}")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "logs")))
        {
            File.Copy(file, Path.Combine(kept, Path.GetFileName(file)), overwrite: true);
        }

        return kept;
    }

    public void Dispose()
    {
        Launcher.Dispose();
        log.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
