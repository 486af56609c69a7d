using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Search.Engines;
using PfP.Search.Indexing;

namespace PfP.Search.Tests;

/// <summary>Calls made up for a test.</summary>
internal static class Calls
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <param name="opensInDays">From <see cref="Now"/>; null where it was always open.</param>
    /// <param name="closesInDays">Null where it is open until further notice.</param>
    public static CallPublished New(int number, string title, double? opensInDays = null, double? closesInDays = null, string state = CallStates.Published, int version = 1) =>
        new(Entries.Id(number), version, $"call-{number}", $"/calls/call-{number}", state, "en",
            new Dictionary<string, EntryText> { ["en"] = new(title, null, null, "human") }, [new("MD", "lead")], ["GH"], [], [], [], [])
        {
            Type = "partners",
            OpensAt = Day(opensInDays),
            ClosesAt = Day(closesInDays),
        };

    public static IndexChange Published(CallPublished call) => new(call.CallId, call.Version, DocumentFactory.From(call));

    private static DateTimeOffset? Day(double? days) => days is { } count ? Now.AddDays(count) : null;
}
