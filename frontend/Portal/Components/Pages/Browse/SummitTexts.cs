using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Components.Pages.Browse;

internal static class SummitTexts
{
    /// <summary>Its days, where they are known.</summary>
    public static string? Dates(SummitResponse summit)
    {
        var culture = SiteLanguage.Current.Culture;
        return summit switch
        {
            { StartDate: { } start, EndDate: { } end } when start.Year == end.Year && start.Month == end.Month && start != end =>
                $"{start.Day}–{end.ToString("d MMMM yyyy", culture)}",
            { StartDate: { } start, EndDate: { } end } when start != end => $"{start.ToString("d MMMM", culture)} – {end.ToString("d MMMM yyyy", culture)}",
            { StartDate: { } start } => start.ToString("d MMMM yyyy", culture),
            _ => null,
        };
    }
}
