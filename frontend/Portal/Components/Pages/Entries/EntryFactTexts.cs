using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Components.Pages.Entries;

/// <summary>Short texts made from an entry's facts; null where there is no fact.</summary>
internal static class EntryFactTexts
{
    public static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", SiteLanguage.Current.Culture);

    public static string? Join(params string?[] parts) => parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;

    public static string? Years(PracticeFields? practice) => practice switch
    {
        { StartYear: { } start, EndYear: { } end } when start != end => $"{start}–{end}",
        { StartYear: { } start } => $"{start}",
        { EndYear: { } end } => $"–{end}",
        _ => null,
    };

    public static string? Dates(SessionFields? session) => Dates(session?.StartDate, session?.EndDate);

    public static string? Dates(DateOnly? from, DateOnly? to) => from is { } start && to is { } end && start != end ? $"{Day(start)} – {Day(end)}" : Day(from ?? to);
}
