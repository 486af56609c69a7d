using System.Collections.Frozen;
using System.Text.Json;

namespace PfP.Portal.Maps;

/// <summary>Countries as SVG paths on the drawing of world.svg, made at build.</summary>
internal static class Outlines
{
    private static readonly FrozenDictionary<string, string> Paths = Read();

    /// <summary>The outline of that country; null for the small ones that the drawing leaves out.</summary>
    public static string? Of(string code) => Paths.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(Outlines).Assembly.GetManifestResourceStream("outlines.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
