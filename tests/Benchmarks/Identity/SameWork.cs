using System.Buffers.Text;
using System.Net;
using System.Text.Json;

namespace PfP.Benchmarks.Identity;

/// <summary>Nobody wins by doing less: tokens are signed with RS256, there is an ID token beside them, and a used refresh token is refused.</summary>
internal static class SameWork
{
    public static async Task CheckAsync(ServerProcess server, TokenClient client)
    {
        CheckSignature((await client.MachineAsync()).Answer.AccessToken);
        var first = (await Browser.SignInAsync(server, client)).RefreshToken!;
        var (_, second) = await client.RefreshAsync(first);
        CheckSignature(second.AccessToken);
        CheckSignature(second.IdToken!);
        try
        {
            await client.RefreshAsync(first);
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.BadRequest)
        {
            return;
        }

        throw new InvalidOperationException($"{server.Address} takes a refresh token twice.");
    }

    private static void CheckSignature(string token)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))));
        if (header.RootElement.GetProperty("alg").GetString() != "RS256")
        {
            throw new InvalidOperationException($"A token is not signed with RS256: {header.RootElement}");
        }
    }
}
