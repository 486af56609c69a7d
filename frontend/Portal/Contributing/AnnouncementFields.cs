using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Contributing;

/// <summary>An announcement as its form sends it; the fields are called as the API calls them.</summary>
internal static class AnnouncementFields
{
    public static AnnouncementForm Read(IFormCollection posted) => new(
        posted["title"], posted["text"], posted["language"], posted["shownFrom"], posted["link"],
        posted["eventFrom"], posted["eventFromTime"], posted["eventTo"], posted["eventToTime"], posted["place"], posted["zone"]);

    /// <summary>Where two differ, and what the stored one says there.</summary>
    public static IEnumerable<(string Field, string Text)> Differences(AnnouncementForm mine, AnnouncementForm stored) =>
        from pair in Fields(mine).Zip(Fields(stored))
        where (pair.First.Text ?? "").ReplaceLineEndings("\n").Trim() != (pair.Second.Text ?? "")
        select (pair.Second.Field, pair.Second.Text ?? "");

    private static (string Field, string? Text)[] Fields(AnnouncementForm form) =>
    [
        ("title", form.Title), ("text", form.Text), ("language", form.Language), ("shownFrom", form.ShownFrom), ("link", form.Link), ("eventFrom", form.EventFrom),
        ("eventFromTime", form.EventFromTime), ("eventTo", form.EventTo), ("eventToTime", form.EventToTime), ("place", form.Place), ("zone", form.Zone),
    ];
}
