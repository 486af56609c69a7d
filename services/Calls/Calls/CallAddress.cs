namespace PfP.Calls.Calls;

internal static class CallAddress
{
    /// <summary>The public path of a call's page, without culture.</summary>
    public static string Of(string slug) => $"/calls/{slug}";
}
