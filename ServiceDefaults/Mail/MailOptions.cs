using System.ComponentModel.DataAnnotations;

namespace PfP.ServiceDefaults.Mail;

/// <summary>How our mails present themselves (section <c>Mail</c>); the server is <c>ConnectionStrings__mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>The sender's address.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "pfp@example.org";

    /// <summary>The public origin that links begin with: <c>https://pfp.example.org</c>.</summary>
    [Required]
    public Uri Origin { get; init; } = new("http://localhost:8080");

    /// <summary>Whether the connection must be encrypted (STARTTLS); left out, it must unless the server is on this machine.</summary>
    public bool? StartTls { get; init; }

    /// <summary>A PEM file with the certificates of the only authority that is trusted for the server's; left out, those that this machine trusts are.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>How many mails a minute one process sends to the addresses of one domain; left out, 60, and as many as come where the server is on this machine.</summary>
    [Range(1, 6000)]
    public int? PerDomainPerMinute { get; init; }

    /// <summary>How long composing a mail may take, and then sending it; both together are shorter than the lease of its row.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(25);
}
