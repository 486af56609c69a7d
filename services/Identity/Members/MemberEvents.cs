using PfP.Contracts.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Members;

internal static class MemberEvents
{
    public static void PublishApproved(this IdentityDbContext db, Member member, bool invited = false)
    {
        db.Publish(new MemberApproved(member.Id, member.Version, member.Contact, member.Roles) { Entity = member.Entity, Invited = invited });
        db.PublishInterests(member);
    }

    public static void PublishAppointed(this IdentityDbContext db, Member member) =>
        db.Publish(new MemberAppointed(member.Id, member.Version, member.Roles) { Entity = member.Entity, Until = member.ExpiresAt });

    public static void PublishInterests(this IdentityDbContext db, Member member) =>
        db.Publish(new MemberInterestsChanged(member.Id, member.Version, member.Directory.Offers));

    public static void PublishRefused(this IdentityDbContext db, Member member, string reason) =>
        db.Publish(new MemberRefused(member.Id, member.Version, member.Contact, reason));
}
