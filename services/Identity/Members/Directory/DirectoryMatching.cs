using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Vocabularies;

namespace PfP.Identity.Members.Directory;

/// <summary>The search in PostgreSQL: without accents, and with a letter or two wrong.</summary>
internal static class DirectoryMatching
{
    /// <summary>The columns that are searched, for members and for the secretariat.</summary>
    public const string FoundBy = "FoundBy";
    public const string FoundByStaff = "FoundByStaff";

    // "minstry" and "ministry" share six of eleven trigrams.
    private const double Alike = 0.5;

    public static IQueryable<Member> Matching(this IQueryable<Member> members, DirectoryQuery query, Reader reader)
    {
        var text = reader.IsStaff ? FoundByStaff : FoundBy;
        foreach (var word in query.Words)
        {
            members = members.Where(member => EF.Property<string>(member, text).Contains(IdentityDbContext.Folded(word))
                || EF.Functions.TrigramsWordSimilarity(IdentityDbContext.Folded(word), EF.Property<string>(member, text)) >= Alike);
        }

        var (country, organisation) = (Countries.Find(query.Country)?.Code, query.Organisation);
        return members
            .Where(member => country == null || member.Affiliation.Country == country)
            .Where(member => query.Type == null || member.Affiliation.Type == query.Type)
            .Where(member => query.Offers == null || member.Directory.Offers.Contains(query.Offers))
            .Where(member => query.Seeks == null || member.Directory.Seeks.Contains(query.Seeks))
            .Where(member => query.Language == null || member.Directory.Languages.Contains(query.Language))
            .Where(member => organisation == null
                || IdentityDbContext.Folded(member.Affiliation.Organisation ?? "").Contains(IdentityDbContext.Folded(organisation))
                || ((reader.IsStaff || member.Directory.PositionVisibility == Visibility.Members)
                    && IdentityDbContext.Folded(member.Affiliation.Unit ?? "").Contains(IdentityDbContext.Folded(organisation))));
    }

    /// <summary>The likest first, names before the rest; without words by name.</summary>
    public static IQueryable<Member> InOrder(this IQueryable<Member> members, DirectoryQuery query, Reader reader)
    {
        var words = string.Join(' ', query.Words);
        if (words.Length == 0)
        {
            return members.OrderBy(member => IdentityDbContext.Folded(member.Name)).ThenBy(member => member.Id);
        }

        var text = reader.IsStaff ? FoundByStaff : FoundBy;
        return members
            .OrderByDescending(member => (2 * EF.Functions.TrigramsWordSimilarity(IdentityDbContext.Folded(words), IdentityDbContext.Folded(member.Name)))
                + EF.Functions.TrigramsWordSimilarity(IdentityDbContext.Folded(words), EF.Property<string>(member, text)))
            .ThenBy(member => IdentityDbContext.Folded(member.Name)).ThenBy(member => member.Id);
    }
}
