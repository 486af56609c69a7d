namespace PfP.Portal.Text;

/// <summary>A link that opens a letter to an address. An address may hold what would add recipients or a subject to the letter.</summary>
internal static class MailLink
{
    public static string To(string address) => $"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}";
}
