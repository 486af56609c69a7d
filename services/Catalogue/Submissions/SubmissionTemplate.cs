using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What only the form of one kind of entry asks for, and where that goes; what all of them ask for is in <see cref="SubmissionContent"/>.</summary>
internal abstract class SubmissionTemplate
{
    private static readonly SubmissionTemplate[] All = [new PracticeTemplate(), new ToolTemplate(), new SessionTemplate(), new RecommendationTemplate()];

    /// <summary>Those that members contribute.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. All.Where(template => template.IsOfMembers).Select(template => template.Kind)];

    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public abstract string Kind { get; }

    public static SubmissionTemplate Of(string kind) => Array.Find(All, template => template.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody contributes these.");

    /// <summary>What entries of that kind say in one language.</summary>
    public abstract EntryTexts TextsOf(SubmissionTranslation written);

    /// <summary>Whether a country or an organisation answers for it: members may ask it, and it is asked to look at it again.</summary>
    public virtual bool IsOfMembers => true;

    /// <summary>Organisations that are named beyond those which all kinds name.</summary>
    public virtual IEnumerable<string> OrganisationNames(SubmissionForm form) => [];

    /// <summary>The content with what the form says, but for its texts.</summary>
    /// <param name="organisation">Gives the slug of an organisation that is named.</param>
    public abstract EntryContent Fill(EntryContent content, SubmissionForm form, Func<string, string> organisation);

    /// <summary>What is wrong beyond the rules of entries, which do not see how it was typed.</summary>
    public abstract IEnumerable<Breach> Wrong(SubmissionForm form);

    /// <summary>The form with what the content says.</summary>
    public abstract SubmissionForm Read(SubmissionForm form, EntryContent content, EntryTexts texts);

    /// <summary>Those that every kind has.</summary>
    protected static EntryTexts Common(SubmissionTranslation written) => new(Typed.Given(written.Title) ?? "", written.Origin ?? "") { Summary = Typed.Given(written.Summary) };

    /// <summary>The content of today with what a correction changed; see <see cref="Correction"/>.</summary>
    public abstract EntryContent Over(EntryContent current, EntryContent before, EntryContent after);
}
