using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Tests.Provider.Hosting;

/// <summary>The clients that the host under test has in its configuration.</summary>
internal sealed record TestClient(string Id, string Secret, string RedirectUri)
{
    public const string SignedOut = "https://site.example.org/signed-out?from=pfp";

    public static readonly TestClient Site = new("site", new string('s', 40), "https://site.example.org/callback");
    public static readonly TestClient WithQuery = Site with { RedirectUri = "https://site.example.org/callback?tenant=1&x=y%20z" };
    public static readonly TestClient Other = new("other", "pa%ss:wo+rd é of forty characters and more", "https://other.example.org/callback");
    public static readonly TestClient Machine = new("machine", new string('m', 40), "");

    public static void Register(IDictionary<string, string> settings, string backChannel)
    {
        void Set(TestClient client, string key, string value) => settings[$"Clients:{client.Id}:{key}"] = value;

        Set(Site, "Name", "Sample site");
        Set(Site, "Secret", Site.Secret);
        Set(Site, "RedirectUris:0", Site.RedirectUri);
        Set(Site, "RedirectUris:1", WithQuery.RedirectUri);
        Set(Site, "PostLogoutRedirectUris:0", SignedOut);
        Set(Site, "BackChannelLogoutUri", $"{backChannel}/site");
        Set(Site, "Audience", "pfp");
        SetAll(Site, "Scopes", "openid", "profile", "email", "offline_access");

        Set(Other, "SecretSha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Other.Secret))));
        Set(Other, "RedirectUris:0", Other.RedirectUri);
        Set(Other, "BackChannelLogoutUri", $"{backChannel}/other");
        SetAll(Other, "Scopes", "openid", "offline_access");

        Set(Machine, "Secret", Machine.Secret);
        Set(Machine, "Audience", "pfp");
        Set(Machine, "Grants:0", "client_credentials");
        Set(Machine, "Roles:0", "moderator");

        void SetAll(TestClient client, string key, params string[] values)
        {
            foreach (var (index, value) in values.Index())
            {
                Set(client, $"{key}:{index}", value);
            }
        }
    }
}
