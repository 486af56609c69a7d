using System.Diagnostics;
using PfP.Testing.Servers;

namespace PfP.Testing;

/// <summary>Runs a command with one PostgreSQL and one RabbitMQ for all test projects it starts, and ends both with it.</summary>
internal static class SharedServers
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: PfP.Testing COMMAND [ARGUMENT...]");
            return 2;
        }

        // Ctrl+C reaches the command itself; we wait for it, because the servers must not go first.
        Console.CancelKeyPress += (_, key) => key.Cancel = true;
        var starting = (TestPostgres.SharedAsync, TestRabbit.SharedAsync);
        await using var postgres = await starting.Item1;
        await using var rabbit = await starting.Item2;

        var start = new ProcessStartInfo(args[0], args.Skip(1));
        start.Environment[TestPostgres.Setting] = postgres.ConnectionString;
        start.Environment[TestRabbit.Setting] = rabbit.Address.ToString();
        using var command = Process.Start(start)!;
        await command.WaitForExitAsync();
        return command.ExitCode;
    }
}
