using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Data;

public sealed class SecretStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Secrets_AskedForAtOnce_AreAllKept()
    {
        var settings = RunningApplication.CreateBuilder(_folder).Settings;
        var names = Enumerable.Range(1, 50).Select(number => $"secret-{number}").ToArray();
        var made = new string[names.Length];

        Parallel.For(0, names.Length, index => made[index] = new SecretStore(settings).GetOrCreate(names[index]));

        Assert.Equal(made, names.Select(name => new SecretStore(settings).GetOrCreate(name)));
    }
}
