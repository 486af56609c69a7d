using System.Text.Json;
using System.Text.Json.Serialization;

namespace PfP.Chaos.Load;

/// <summary>Rows as the file that the product's import command takes.</summary>
internal static class ImportFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static async Task WriteAsync(string path, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, rows.Select(Record), Options, cancellationToken);
    }

    private static object Record(Row row) => row is { Withdrawal: { } reason, Practice: var gone }
        ? new { Action = "withdraw", Kind = "practice", gone.Key, Reason = reason }
        : new
        {
            Kind = "practice",
            row.Practice.Key,
            row.Practice.Title,
            row.Practice.Summary,
            row.Practice.Challenge,
            row.Practice.Solution,
            Countries = row.Practice.Countries.Select(code => new { code, role = "lead" }),
            row.Practice.Themes,
            Organisations = new[] { new { name = row.Practice.Organisation, role = "lead" } },
            row.Practice.Status,
            row.Practice.StartYear,
        };
}
