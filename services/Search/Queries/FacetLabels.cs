using System.Collections.Frozen;
using PfP.Search.Indexing;
using PfP.Vocabularies;

namespace PfP.Search.Queries;

/// <summary>Names of facet values in the languages of the interface, where a vocabulary has them.</summary>
internal static class FacetLabels
{
    private static readonly FrozenDictionary<(Facet, string), Label> Labels = All().ToFrozenDictionary(label => (label.Facet, label.Value), label => label.Label);

    public static string? Find(Facet facet, string value, string language) => Labels.TryGetValue((facet, value), out var label) ? label.In(language) : null;

    private static IEnumerable<(Facet Facet, string Value, Label Label)> All() =>
    [
        (Facet.Kind, "practice", new("Practices", "Pratiques", "Prácticas")),
        (Facet.Kind, "tool", new("Policy tools", "Outils", "Herramientas")),
        (Facet.Kind, "session", new("PfP sessions", "Sessions PfP", "Sesiones de la PfP")),
        (Facet.Kind, "recommendation", new("Recommendations", "Recommandations", "Recomendaciones")),
        (Facet.Kind, "profile", new("Migration Profiles", "Profils migratoires", "Perfiles migratorios")),
        (Facet.Kind, "working-group", new("Working groups", "Groupes de travail", "Grupos de trabajo")),
        (Facet.Kind, "call", new("Calls for action", "Appels à l’action", "Llamados a la acción")),
        (Facet.Has, "lessons", new("Lessons learned", "Enseignements", "Lecciones aprendidas")),
        (Facet.Has, "pitfalls", new("What did not work", "Ce qui n’a pas marché", "Lo que no funcionó")),
        (Facet.Has, "evidence", new("Evidence", "Données probantes", "Evidencia")),
        (Facet.Has, "files", new("Files", "Fichiers", "Archivos")),
        .. Countries.All.Select(country => (Facet.Country, country.Code, country.Name)),
        .. Terms(Facet.Theme, Vocabulary.Themes),
        .. Terms(Facet.Region, Vocabulary.Regions),
        .. Terms(Facet.OrganisationType, Vocabulary.OrganisationTypes),
        .. Vocabulary.GcmObjectives.Select(term => (Facet.Gcm, term.Value, Numbered(term))),
        .. Vocabulary.SdgTargets.Select(term => (Facet.Sdg, term.Value, Numbered(term))),
        .. Terms(Facet.WorkingGroup, Vocabulary.WorkingGroups),
        .. Terms(Facet.Status, Vocabulary.Statuses),
        .. Terms(Facet.CallStatus, Vocabulary.CallStatuses),
        .. Terms(Facet.CallType, Vocabulary.CallTypes),
    ];

    private static IEnumerable<(Facet, string, Label)> Terms(Facet facet, IReadOnlyList<Term> terms) => terms.Select(term => (facet, term.Value, term.Label));

    private static Label Numbered(Term term) => new($"{term.Value} {term.Label.En}", $"{term.Value} {term.Label.Fr}", $"{term.Value} {term.Label.Es}");
}
