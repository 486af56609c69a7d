namespace PfP.Testing;

/// <summary>axe, which finds what keeps people from using a page.</summary>
public static class Axe
{
    /// <summary>Asks it, in a page that has its <see cref="Script"/>, for one line per violation.</summary>
    public const string Violations =
        "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)";

    public static string Script { get; } = Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js");
}
