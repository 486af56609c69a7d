using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Profiles;

/// <summary>What members change about themselves.</summary>
internal sealed class MemberProfiles(IdentityDbContext db, SecurityLogger log)
{
    public Task<Member?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Members.FirstOrDefaultAsync(member => member.Id == id, cancellationToken);

    public async Task ChangeAsync(Member member, ProfileChange change, CancellationToken cancellationToken)
    {
        var (before, offered) = (member.Contact, member.Directory.Offers);
        (member.Name, member.Language, member.TimeZone) = (change.Name, change.Language, change.TimeZone);
        member.Affiliation = member.Affiliation with { Position = change.Position };
        member.Directory = change.Directory;
        var entry = db.Entry(member);
        var changed = entry.Properties.Concat(entry.ComplexProperties.SelectMany(part => part.Properties)).Where(property => property.IsModified);
        log.Add(member.Id, member.Id, SecurityActions.ProfileChanged, [.. changed.Select(property => property.Metadata.Name)]);
        if (member.State == MemberState.Approved && member.Contact != before)
        {
            db.Publish(new MemberContactChanged(member.Id, member.NextVersion(), member.Contact));
        }

        if (member.State == MemberState.Approved && !member.Directory.Offers.ToHashSet().SetEquals(offered))
        {
            member.NextVersion();
            db.PublishInterests(member);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
