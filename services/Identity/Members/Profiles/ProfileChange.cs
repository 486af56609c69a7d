using PfP.Design.Forms;
using PfP.Design.Languages;
using PfP.Identity.Members.Directory;

namespace PfP.Identity.Members.Profiles;

internal sealed record ProfileChange(string Name, string Position, string Language, string TimeZone, DirectoryEntry Directory)
{
    private const int Longest = 150;

    /// <summary>Fields and the keys of the texts that say what is wrong with them.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (Name.Length == 0 || !PlainText.IsLine(Name, Longest))
        {
            yield return ("name", "Name.Missing");
        }

        if (!PlainText.IsLine(Position, Longest))
        {
            yield return ("position", "Position.Missing");
        }

        if (SiteLanguage.Find(Language) is null)
        {
            yield return ("language", "Language.Missing");
        }

        if (!TimeZones.Exists(TimeZone))
        {
            yield return ("zone", "TimeZone.Missing");
        }
    }
}
