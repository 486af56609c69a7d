using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Organisations;

/// <summary>Finds the organisation that a name means, and enters those that are new.</summary>
internal sealed class OrganisationRegister(CatalogueDbContext db)
{
    private readonly Dictionary<string, Organisation> bySpelling = [];
    private readonly Dictionary<string, Organisation> bySlug = [];
    private readonly List<Organisation> entered = [];
    private readonly List<OrganisationSpelling> spelled = [];

    public IReadOnlyDictionary<string, Organisation> BySlug => bySlug;

    /// <summary>Looks up everything that will be asked for, at once.</summary>
    public async Task LoadAsync(IEnumerable<string> names, IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var parts = names.Select(TypedOrganisation.Of).ToList();
        var spellings = parts.SelectMany(name => new[] { Fold(name.Name), Fold(name.Full) }).Distinct().ToArray();
        var candidates = parts.Select(name => name.Slug).Concat(slugs).Distinct().ToArray();
        var found = await (
            from spelling in db.OrganisationSpellings
            where spellings.Contains(spelling.Spelling)
            join organisation in db.Organisations on spelling.Slug equals organisation.Slug
            select new { spelling.Spelling, Organisation = organisation }).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var match in found)
        {
            bySpelling[match.Spelling] = bySlug[match.Organisation.Slug] = match.Organisation;
        }

        foreach (var organisation in await db.Organisations.AsNoTracking().Where(organisation => candidates.Contains(organisation.Slug)).ToListAsync(cancellationToken))
        {
            bySlug.TryAdd(organisation.Slug, organisation);
        }
    }

    /// <summary>The organisation of that name; a new one is only stored by <see cref="Keep"/>.</summary>
    public Organisation Enter(string text, string? acronym, string? type, params IEnumerable<string> aliases)
    {
        var parsed = TypedOrganisation.Of(text);
        var (name, full, parsedAcronym) = parsed;
        if (bySpelling.TryGetValue(Fold(full), out var known) || bySpelling.TryGetValue(Fold(name), out known))
        {
            return known;
        }

        // Names with the same address differ in punctuation only.
        var organisation = bySlug.GetValueOrDefault(parsed.Slug) ?? new Organisation(parsed.Slug, name, acronym ?? parsedAcronym, type);
        if (bySlug.TryAdd(organisation.Slug, organisation))
        {
            entered.Add(organisation);
        }

        foreach (var spelling in new[] { name, full }.Concat(aliases).Select(Fold).Distinct().Where(spelling => bySpelling.TryAdd(spelling, organisation)))
        {
            spelled.Add(new OrganisationSpelling(spelling, organisation.Slug));
        }

        return organisation;
    }

    /// <summary>Stores what was entered since the last call.</summary>
    public void Keep()
    {
        db.Organisations.AddRange(entered);
        db.OrganisationSpellings.AddRange(spelled);
        entered.Clear();
        spelled.Clear();
    }

    /// <summary>Forgets what was entered since the last call of <see cref="Keep"/>, for a row that was rejected.</summary>
    public void Drop()
    {
        entered.ForEach(organisation => bySlug.Remove(organisation.Slug));
        spelled.ForEach(spelling => bySpelling.Remove(spelling.Spelling));
        entered.Clear();
        spelled.Clear();
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark))
        {
            folded.Append(char.IsLetterOrDigit(character) ? character : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
