using PfP.Contracts.Identity.Api;

namespace PfP.Identity.Members.Directory;

/// <summary>A member as a reader may see them: the only place where that is decided.</summary>
internal static class MemberViews
{
    public static MemberSummary Summary(Member member, Reader reader)
    {
        var showsPosition = Sees(reader, member, member.Directory.PositionVisibility);
        return new(
            member.Id, member.Name, member.Affiliation.Country, member.Affiliation.Organisation, member.Affiliation.Type,
            showsPosition ? member.Affiliation.Unit : null, showsPosition ? member.Affiliation.Position : null, member.Entity,
            member.Directory.Languages, member.Directory.Offers, member.Directory.Seeks)
        {
            Hidden = member.Directory.Hidden,
        };
    }

    public static MemberProfile Profile(Member member, Reader reader, IntroductionLink? introduction)
    {
        var (summary, entry) = (Summary(member, reader), member.Directory);
        return new(
            summary.Id, summary.Name, summary.Country, summary.Organisation, summary.OrganisationType, summary.Unit, summary.Position, summary.Entity,
            summary.Languages, summary.Offers, summary.Seeks,
            Sees(reader, member, entry.AboutVisibility) ? entry.About : null,
            Sees(reader, member, entry.EmailVisibility) ? member.Email : null,
            Sees(reader, member, entry.TelephoneVisibility) ? entry.Telephone : null)
        {
            Own = member.Id == reader.Id,
            Hidden = entry.Hidden,
            Visibility = Sees(reader, member, Visibility.Secretariat)
                ? new(entry.EmailVisibility, entry.TelephoneVisibility, entry.PositionVisibility, entry.AboutVisibility)
                : null,
            Introduction = introduction,
        };
    }

    private static bool Sees(Reader reader, Member member, string visibility) => visibility == Visibility.Members || reader.IsStaff || reader.Id == member.Id;
}
