using System.Text.Json.Nodes;

namespace PfP.Catalogue.Import;

/// <summary>Turns a CSV line into the JSON object that means the same: empty cells are absent, lists are separated by ";".</summary>
internal static class CsvCells
{
    private static readonly Dictionary<string, Type> Columns = typeof(ImportRow).GetProperties()
        .ToDictionary(property => property.Name, property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, StringComparer.OrdinalIgnoreCase);

    public static JsonObject ToJson(string[] header, string[] cells)
    {
        var row = new JsonObject();
        foreach (var (column, cell) in header.Zip(cells).Where(pair => pair.Second.Length > 0))
        {
            row[column] = Value(Columns.GetValueOrDefault(column, typeof(string)), cell);
        }

        if (cells.Length > header.Length)
        {
            row[$"{cells.Length - header.Length} cells beyond the header"] = true;
        }

        return row;
    }

    private static JsonNode Value(Type type, string cell)
    {
        if (type.IsGenericType)
        {
            return new JsonArray([.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (JsonNode)item)]);
        }

        // Numbers stay text, which the reader accepts; what is not a number is then refused with its column.
        return type == typeof(bool) && bool.TryParse(cell, out var truth) ? truth : cell;
    }
}
