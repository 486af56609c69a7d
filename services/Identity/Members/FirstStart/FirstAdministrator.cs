using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Data;
using PfP.Identity.Members.Invitations;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.FirstStart;

/// <summary>
/// While there is no administrator: invites the one that configuration names, by mail; in development prints the link as well, so that
/// one start is enough to get in.
/// </summary>
internal sealed partial class FirstAdministrator(
    IServiceScopeFactory scopes, DatabaseState database, IOptions<MembersOptions> options, IHostEnvironment environment, ILogger<FirstAdministrator> logger) : BackgroundService
{
    private const string Sample = "secretariat@example.org";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        if ((options.Value.FirstAdministrator ?? (environment.IsDevelopment() ? Sample : null)) is not { } email
            || await db.Members.AnyAsync(member => member.Roles.Contains(Roles.Administrator), stoppingToken))
        {
            return;
        }

        var invitation = await FindOrInviteAsync(scope.ServiceProvider, db, Addresses.Normal(email), stoppingToken);
        if (environment.IsDevelopment())
        {
            var path = await scope.ServiceProvider.GetRequiredService<SecretLinks>().CreateAsync(LinkPurpose.Invitation, invitation.Id, invitation.ExpiresAt, stoppingToken);
            LogLink($"{options.Value.Issuer.TrimEnd('/')}{path}");
        }
    }

    private static async Task<Invitation> FindOrInviteAsync(IServiceProvider services, IdentityDbContext db, string email, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var inviting = services.GetRequiredService<Inviting>();
        var open = await db.Invitations.FirstOrDefaultAsync(
            invitation => invitation.Email == email && invitation.AcceptedAt == null && invitation.WithdrawnAt == null, cancellationToken);
        if (open is null)
        {
            return await inviting.InviteAsync(
                new()
                {
                    Name = "Secretariat",
                    Email = email,
                    Language = "en",
                    Affiliation = new(null, "GFMD", "intergovernmental", null, null),
                    Role = Roles.Administrator,
                    Entity = null,
                    InvitedAt = now,
                },
                cancellationToken);
        }

        if (!open.IsOpenAt(now))
        {
            await inviting.SendAsync(open, cancellationToken);
        }

        return open;
    }

    [LoggerMessage(LogLevel.Warning, "Development: the first administrator joins with this link, which works once: {Link}")]
    private partial void LogLink(string link);
}
