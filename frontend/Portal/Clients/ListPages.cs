using System.Globalization;

namespace PfP.Portal.Clients;

/// <summary>The pages in which lists for members are asked for.</summary>
internal static class ListPages
{
    public const int Size = 20;

    public static string Query(int page) => string.Create(CultureInfo.InvariantCulture, $"page={page}&pageSize={Size}");
}
