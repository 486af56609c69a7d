namespace PfP.Identity.Provider.Clients;

/// <summary>Section <c>Clients</c>: a site or a machine for each key, which is its client id.</summary>
internal sealed class ClientsOptions
{
    public Dictionary<string, ClientOptions> Clients { get; } = new(StringComparer.Ordinal);
}

/// <summary>A client as configuration says it. Addresses are compared letter by letter.</summary>
internal sealed class ClientOptions
{
    /// <summary>How people know it.</summary>
    public string? Name { get; set; }

    /// <summary>32 characters or more, made by a machine.</summary>
    public string? Secret { get; set; }

    /// <summary>In place of the secret: its SHA-256, in hexadecimal.</summary>
    public string? SecretSha256 { get; set; }

    public string[] RedirectUris { get; set; } = [];

    public string[] PostLogoutRedirectUris { get; set; } = [];

    /// <summary>Is told when a session ends in which the client got tokens.</summary>
    public string? BackChannelLogoutUri { get; set; }

    /// <summary>authorization_code and refresh_token unless said otherwise; client_credentials for a machine.</summary>
    public string[]? Grants { get; set; }

    /// <summary>openid and profile unless said otherwise.</summary>
    public string[]? Scopes { get; set; }

    /// <summary>Whom its access tokens are for; nobody but userinfo unless said otherwise, <c>pfp</c> for the API.</summary>
    public string? Audience { get; set; }

    /// <summary>What a machine may do in the API.</summary>
    public string[] Roles { get; set; } = [];
}
