using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Data;
using PfP.Identity.Members.Invitations;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.FirstStart;

/// <summary>
/// While there is no administrator: invites the one that configuration names, by mail; in development prints the link as well, so that
/// one start is enough to get in.
/// </summary>
internal sealed partial class FirstAdministrator(
    IdentityDbContext db, Inviting inviting, SecretLinks links, IOptions<MembersOptions> options, IHostEnvironment environment, TimeProvider clock,
    ILogger<FirstAdministrator> logger)
{
    private const string Sample = "secretariat@example.org";

    public async Task InviteAsync(CancellationToken cancellationToken)
    {
        if ((options.Value.FirstAdministrator ?? (environment.IsDevelopment() ? Sample : null)) is not { } email || await IsThereOneAsync(cancellationToken))
        {
            return;
        }

        var invitation = await FindOrInviteAsync(Addresses.Normal(email), cancellationToken);
        if (environment.IsDevelopment())
        {
            var path = await links.CreateAsync(LinkPurpose.Invitation, invitation.Id, invitation.ExpiresAt, cancellationToken);
            LogLink($"{options.Value.Issuer.TrimEnd('/')}{path}");
        }
    }

    private Task<bool> IsThereOneAsync(CancellationToken cancellationToken) => db.Members.AnyAsync(
        member => member.Roles.Contains(Roles.Administrator) && !SampleAccounts.Addresses.Contains(member.Email), cancellationToken);

    private async Task<Invitation> FindOrInviteAsync(string email, CancellationToken cancellationToken)
    {
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
                    InvitedAt = clock.GetUtcNow(),
                },
                cancellationToken);
        }

        if (!open.IsOpenAt(clock.GetUtcNow()))
        {
            await inviting.SendAsync(open, cancellationToken);
        }

        return open;
    }

    [LoggerMessage(LogLevel.Warning, "Development: The first administrator joins with this link, which works once: {Link}")]
    private partial void LogLink(string link);
}
