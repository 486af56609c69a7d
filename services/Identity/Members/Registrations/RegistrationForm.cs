using PfP.Vocabularies;
using Names = PfP.ServiceDefaults.Authentication.Roles;

namespace PfP.Identity.Members.Registrations;

/// <summary>The fields of the registration page: what is wrong with them, and what they say.</summary>
internal sealed class RegistrationForm(Func<string, string> posted)
{
    private const int LongestName = 150;
    private const int LongestStatement = 1000;

    /// <summary>What can be asked for; staff is appointed.</summary>
    public static readonly string[] Roles = [Names.Member, Names.FocalPoint];

    private Affiliation Affiliation => IsGovernment
        ? new(Text("country"), null, Text("type"), Text("organisation"), Text("position"))
        : new(Text("country") is { Length: > 0 } country ? country : null, Text("organisation"), Text("type"), null, Text("position"));

    private bool IsGovernment => Text("type") == "national-government";

    public static IEnumerable<(string Value, string Label)> Types(string language) =>
        Vocabulary.OrganisationTypes.Select(type => (type.Value, type.Label.In(language)));

    /// <summary>Fields and the keys of the texts that say what is wrong with them.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (IsMissing("name", LongestName))
        {
            yield return ("name", "Name.Missing");
        }

        if (!Addresses.IsValid(Text("email")))
        {
            yield return ("email", "Email.Invalid");
        }

        if (Vocabulary.OrganisationTypes.Find(Text("type")) is null)
        {
            yield return ("type", "Type.Missing");
        }

        if (Text("country").Length > 0 ? Countries.Find(Text("country")) is null : IsGovernment)
        {
            yield return ("country", "Country.Missing");
        }

        if (IsMissing("organisation", LongestName) || (!IsGovernment && Affiliation.Entity is null))
        {
            yield return ("organisation", "Organisation.Missing");
        }

        if (IsMissing("position", LongestName))
        {
            yield return ("position", "Position.Missing");
        }

        if (!Roles.Contains(Text("role")))
        {
            yield return ("role", "Role.Missing");
        }

        if (Text("statement") is not { Length: > 0 } statement || !PlainText.IsParagraphs(statement, LongestStatement))
        {
            yield return ("statement", "Statement.Missing");
        }
    }

    public RegistrationDetails Details(string language) =>
        new(Text("name"), Addresses.Normal(Text("email")), language, Affiliation, Text("role"), Text("statement"));

    private bool IsMissing(string field, int longest) => Text(field) is not { Length: > 0 } text || !PlainText.IsLine(text, longest);

    private string Text(string field) => posted(field).Trim();
}
