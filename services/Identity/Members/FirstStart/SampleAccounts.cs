using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.FirstStart;

/// <summary>
/// An account for each role, in development and where <c>Members:SamplePassword</c> asks for them; nowhere else. All are of one country but
/// a focal point of another, who offers experience: what one country does reaches somebody elsewhere.
/// </summary>
internal sealed partial class SampleAccounts(
    IdentityDbContext db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, IOptions<MembersOptions> options, TimeProvider clock, ILogger<SampleAccounts> logger)
{
    private static readonly Person[] People =
    [
        new("pending@example.org", "Sample person who waits", null),
        new("member@example.org", "Sample member", Roles.Member),
        new("focal-point@example.org", "Sample focal point", Roles.FocalPoint),
        new("focal-point-2@example.org", "Sample focal point of the Philippines", Roles.FocalPoint) { Country = "PH", Offers = ["remittances"] },
        new("moderator@example.org", "Sample moderator", Roles.Moderator),
        new("administrator@example.org", "Sample administrator", Roles.Administrator),
    ];

    public static readonly string[] Addresses = [.. People.Select(person => person.Email)];

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SamplePassword is not { } password)
        {
            return;
        }

        foreach (var person in People)
        {
            await AddAsync(person, password, cancellationToken);
        }

        LogAdded(string.Join(", ", Addresses), password);
    }

    private async Task AddAsync(Person person, string password, CancellationToken cancellationToken)
    {
        var (email, name, role) = person;
        if (await db.Members.AnyAsync(member => member.Email == email, cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true };
        account.PasswordHash = hasher.HashPassword(account, password);
        await accounts.CreateAsync(account).OrThrowAsync();
        var now = clock.GetUtcNow();
        var affiliation = new Affiliation(person.Country, null, "national-government", "Sample ministry", "Sample position");
        var details = new RegistrationDetails(name, email, "en", affiliation, Roles.Member, "A sample, not a person.");
        var member = Member.Register(account.Id, options.Value.Issuer, details, now);
        member.Directory = new() { Offers = person.Offers };
        member.Confirm();
        if (role is not null)
        {
            member.Approve(role, role is Roles.Member or Roles.FocalPoint ? affiliation.Entity : null, options.Value.RenewalAfter(now), null, now);
            db.PublishApproved(member, invited: true);
            db.PublishAppointed(member);
        }

        db.Members.Add(member);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Person(string Email, string Name, string? Role)
    {
        public string Country { get; init; } = "MD";

        /// <summary>Themes.</summary>
        public string[] Offers { get; init; } = [];
    }

    [LoggerMessage(LogLevel.Warning, "Development: Sample accounts, which are no people, all with the password {Password}: {Accounts}")]
    private partial void LogAdded(string accounts, string password);
}
