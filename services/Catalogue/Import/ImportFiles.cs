using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;

namespace PfP.Catalogue.Import;

/// <summary>Reads import files: JSON (an array of objects) or CSV (a header and one line per row).</summary>
internal static class ImportFiles
{
    public static InputFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{path} cannot be read: {exception.Message}");
        }

        var rows = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => FromJson(path, bytes),
            ".csv" => FromCsv(path, bytes),
            var extension => throw new UnreadableFileException($"{path}: '{extension}' is neither .json nor .csv."),
        };
        return new InputFile(Path.GetFileName(path), Hash(bytes), [.. rows.Select((row, index) => ToRow(index + 1, row))]);
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static List<JsonNode?> FromJson(string path, byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is JsonArray rows
                ? [.. rows]
                : throw new UnreadableFileException($"{path}: expected an array of rows, [{{…}}, {{…}}].");
        }
        catch (JsonException exception)
        {
            throw new UnreadableFileException($"{path}, line {exception.LineNumber + 1}: not valid JSON. {exception.Message}");
        }
    }

    private static List<JsonNode?> FromCsv(string path, byte[] bytes)
    {
        var header = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Max(bytes.AsSpan().IndexOf((byte)'\n'), 0)));
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            // Not left to detection: cells hold ";" and "|" of their own, column names do not.
            Separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : header.Contains(';', StringComparison.Ordinal) ? ';' : ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            var rows = new List<JsonNode?>();
            foreach (var row in csv)
            {
                rows.Add(CsvCells.ToJson([.. csv.Headers], row.ToArray()));
            }

            return rows;
        }
        catch (CsvFormatException exception)
        {
            throw new UnreadableFileException($"{path}, line {exception.LineNumber}: not valid CSV. {exception.Message}");
        }
    }

    private static InputRow ToRow(int number, JsonNode? node)
    {
        if (node is not JsonObject row)
        {
            return new InputRow(number, [], null, "", "A row must be an object.");
        }

        var hash = Hash(Encoding.UTF8.GetBytes(row.ToJsonString()));
        try
        {
            var read = row.Deserialize<ImportRow>(RowJson.Options)!;
            return new InputRow(number, ProfileRows.KeysOf(read), read, hash, null);
        }
        catch (JsonException exception)
        {
            var key = row["key"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
            return new InputRow(number, [key], null, hash, Explain(exception));
        }
    }

    private static string Explain(JsonException exception)
    {
        var field = exception.Path?.TrimStart('$', '.');
        if (exception.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return $"Unknown column {exception.Message.Split('\'')[1]}.";
        }

        return exception.Message.StartsWith("The JSON value", StringComparison.Ordinal) ? $"{field}: the value cannot be read." : $"{field}: {exception.Message.Split(" Path:")[0]}";
    }
}
