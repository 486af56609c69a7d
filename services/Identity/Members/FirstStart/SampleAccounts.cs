using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.FirstStart;

/// <summary>An account for each role, in development and where <c>Members:SamplePassword</c> asks for them; nowhere else.</summary>
internal sealed partial class SampleAccounts(
    IServiceScopeFactory scopes, DatabaseState database, IOptions<MembersOptions> options, TimeProvider clock, ILogger<SampleAccounts> logger) : BackgroundService
{
    private static readonly (string Email, string Name, string? Role)[] People =
    [
        ("pending@example.org", "Sample person who waits", null),
        ("member@example.org", "Sample member", Roles.Member),
        ("focal-point@example.org", "Sample focal point", Roles.FocalPoint),
        ("moderator@example.org", "Sample moderator", Roles.Moderator),
        ("administrator@example.org", "Sample administrator", Roles.Administrator),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.SamplePassword is not { } password)
        {
            return;
        }

        await database.WaitAsync(stoppingToken);
        foreach (var (email, name, role) in People)
        {
            await using var scope = scopes.CreateAsyncScope();
            await AddAsync(scope.ServiceProvider, email, name, role, password, stoppingToken);
        }

        LogAdded(string.Join(", ", People.Select(person => person.Email)));
    }

    private async Task AddAsync(IServiceProvider services, string email, string name, string? role, string password, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<IdentityDbContext>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await db.Members.AnyAsync(member => member.Email == email, cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true };
        account.PasswordHash = services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password);
        await accounts.CreateAsync(account);
        var now = clock.GetUtcNow();
        var affiliation = new Affiliation("MD", null, "national-government", "Sample ministry", "Sample position");
        var details = new RegistrationDetails(name, email, "en", affiliation, Roles.Member, "A sample, not a person.");
        var member = Member.Register(account.Id, options.Value.Issuer, details, now);
        member.Confirm();
        if (role is not null)
        {
            member.Approve(role, role is Roles.Member or Roles.FocalPoint ? affiliation.Entity : null, options.Value.RenewalAfter(now), null, now);
            db.PublishApproved(member, invited: true);
        }

        db.Members.Add(member);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Development: sample accounts, which are no people, sign in with the password of Members:SamplePassword: {Accounts}")]
    private partial void LogAdded(string accounts);
}
