using System.ComponentModel.DataAnnotations;

namespace PfP.Identity.Provider;

/// <summary>Section <c>Provider</c>.</summary>
internal sealed class ProviderOptions
{
    /// <summary>The public origin, as it stands in every token; set from <c>Issuer</c>.</summary>
    [Url]
    public string Issuer { get; set; } = "http://localhost:8080";

    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long access and ID tokens are good for, which nothing can cut short where they are not looked up.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After this time nothing is refreshed any more, however often it was.</summary>
    public TimeSpan GrantLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a key signs.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a key is published before it signs, so that everybody has read it by then.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan KeyAnnouncement { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A bare origin: what comes after it would be lost where addresses are made of it.</summary>
    public bool HasOriginAsIssuer => Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer) && issuer.GetLeftPart(UriPartial.Authority) == Issuer;

    public string Address(string path) => Issuer + path;
}
