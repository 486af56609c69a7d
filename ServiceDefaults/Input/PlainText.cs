namespace PfP.ServiceDefaults.Input;

/// <summary>What people type: no control characters, which end lines in mails and logs and which PostgreSQL does not store.</summary>
public static class PlainText
{
    public static bool IsLine(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest && !text.Any(char.IsControl);
    }

    public static bool IsParagraphs(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest && !text.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t'));
    }
}
