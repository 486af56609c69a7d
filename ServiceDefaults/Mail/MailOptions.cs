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

    /// <summary>How long composing a mail may take, and then handing it over; a claim is held anew as often, so its lease is more than twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// How long the server may take to say that it has a mail, once that is with it: ten minutes (RFC 5321, 4.5.3.2.6), as whoever gives up
    /// earlier sends again what was taken.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReplyPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long mails that are under way may still take when the service stops.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:20", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(10);
}
