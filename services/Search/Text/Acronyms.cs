namespace PfP.Search.Text;

internal static class Acronyms
{
    /// <summary>Two to six capitals, as in "WHO" or "COVID": neither a stop word nor a word with endings.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 6)
        {
            return false;
        }
        foreach (var character in word)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }
        return true;
    }
}
