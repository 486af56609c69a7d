using System.Text.RegularExpressions;

namespace PfP.Architecture;

/// <summary>Business time comes from TimeProvider. Leases, back-off and retention in ServiceDefaults run on the database's real time.</summary>
public sealed partial class BusinessTimeTests
{
    private static readonly string[] RealTime = ["ServiceDefaults/Messaging/", "ServiceDefaults/Data/", "ServiceDefaults/Mail/"];

    [Fact]
    public void Services_WhenTheyNeedTheTime_AskTimeProvider() =>
        Assert.Empty(SourceFile.All(".cs", ".razor", ".sql").SelectMany(Violations));

    [Theory]
    [InlineData("services/Catalogue/Entries/Entry.cs", "var at = DateTime.UtcNow;")]
    [InlineData("services/Catalogue/Entries/Entry.cs", "var at = DateTimeOffset.Now;")]
    [InlineData("services/Catalogue/Data/Migrations/0002_x.sql", "added_at timestamptz default now()")]
    [InlineData("services/Search/Indexing/X.cs", "\"update saved set cursor = CURRENT_TIMESTAMP\"")]
    [InlineData("ServiceDefaults/Messaging/X.cs", "DateTime.Today")]
    public void Rule_WhenBroken_Fails(string path, string line) => Assert.NotEmpty(Violations(new(path, line)));

    [Fact]
    public void Rule_WhenLeaseRunsOnRealTime_Passes() =>
        Assert.Empty(Violations(new("ServiceDefaults/Messaging/OutboxStore.cs", "update outbox set next_attempt_at = now() + $2")));

    private static IEnumerable<string> Violations(SourceFile file)
    {
        var mayUseSqlTime = RealTime.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal));
        return from line in file.Text.Split('\n')
               where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
               where ClrClock().IsMatch(line) || (!mayUseSqlTime && SqlClock().IsMatch(line))
               select $"{file.Path}: {line.Trim()}";
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex ClrClock();

    [GeneratedRegex(@"(?<![.\w])now\(\)|\b(current_timestamp|current_date|localtimestamp)\b|\b(clock|statement|transaction)_timestamp\(", RegexOptions.IgnoreCase)]
    private static partial Regex SqlClock();
}
