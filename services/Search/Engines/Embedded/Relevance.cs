using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>BM25F with the weights of the fields: a word in the title says more than many in the body.</summary>
internal static class Relevance
{
    public const float Saturation = 3;

    /// <summary>
    /// The weighted frequency that a field adds for a term, less in a text longer than usual. The usual lengths are constants, so that a
    /// document's impacts never change when others come.
    /// </summary>
    public static float Weight(TextField field, int frequency, int length) => field switch
    {
        TextField.Title => 4f * frequency / Normalised(length, usual: 9, strength: 0.4f),
        TextField.Summary => 2f * frequency / Normalised(length, usual: 30, strength: 0.5f),
        TextField.Body => frequency / Normalised(length, usual: 150, strength: 0.75f),
        _ => 0.4f,
    };

    /// <summary>The saturated frequency in a byte.</summary>
    public static byte Impact(float weight) => (byte)Math.Clamp((int)MathF.Round(255 * weight / (weight + Saturation)), 1, 255);

    public static float Rarity(int documents, int total) => MathF.Log(1 + ((Math.Max(total, documents) - documents + 0.5f) / (documents + 0.5f)));

    /// <summary>A very short text is not more about its words than one of half the usual length.</summary>
    private static float Normalised(int length, float usual, float strength) => 1 - strength + (strength * Math.Max(length, usual / 2) / usual);
}
