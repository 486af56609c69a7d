using System.ComponentModel.DataAnnotations;

namespace PfP.Identity.Members;

/// <summary>Section <c>Members</c>.</summary>
internal sealed class MembersOptions
{
    /// <summary>How long a membership lasts until it is renewed.</summary>
    [Range(1, 120)]
    public int MonthsUntilRenewal { get; init; } = 24;

    /// <summary>How many introductions a member can ask for within 24 hours.</summary>
    [Range(1, 1000)]
    public int IntroductionsPerDay { get; init; } = 10;

    /// <summary>How many threads about entries a member can open within 24 hours.</summary>
    [Range(1, 1000)]
    public int EngagementsPerDay { get; init; } = 10;

    /// <summary>How many messages a member can write within an hour.</summary>
    [Range(1, 1000)]
    public int MessagesPerHour { get; init; } = 60;

    /// <summary>Who decides about the first registrations; invited at the first start.</summary>
    [EmailAddress]
    public string? FirstAdministrator { get; init; }

    /// <summary>Creates an account for each role, all with this password: the service refuses to start with it outside development.</summary>
    public string? SamplePassword { get; init; }

    /// <summary>The provider whose <c>sub</c> members are known by; set from <c>Issuer</c>.</summary>
    public string Issuer { get; set; } = "http://localhost:8080";

    public DateTimeOffset RenewalAfter(DateTimeOffset now) => now.AddMonths(MonthsUntilRenewal);
}
