using System.Net.Http.Headers;
using System.Text;

namespace PfP.Benchmarks.Identity;

/// <summary>The clients that both providers know, and the account that signs in at ours.</summary>
internal static class Registration
{
    public const string Site = "site";
    public const string Machine = "machine";
    public const string RedirectUri = "http://127.0.0.1:9/callback";
    public const string Email = "member@example.org";
    public const string Password = "corridor lantern seventeen";

    /// <summary>Letters only, so that nothing in it has to be encoded.</summary>
    public static readonly string Secret = new('s', 40);

    /// <summary>client_secret_basic.</summary>
    public static AuthenticationHeaderValue Basic(string client) => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client}:{Secret}")));
}
