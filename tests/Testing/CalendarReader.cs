using System.Diagnostics;
using System.Text.Json;

namespace PfP.Testing;

/// <summary>An iCalendar library that has no part in writing our calendars: ical.js.</summary>
public static class CalendarReader
{
    /// <summary>The events of a calendar by the id of their call or session, with summary, start, isDate, zone, sequence, status and url.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> ReadAsync(string calendar, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "Testing", "calendar.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var reader = Process.Start(start)!;
        await reader.StandardInput.WriteAsync(calendar.AsMemory(), cancellationToken);
        reader.StandardInput.Close();
        var read = JsonDocument.Parse(await reader.StandardOutput.ReadToEndAsync(cancellationToken)).RootElement;
        return read.GetProperty("version").GetString() == "2.0"
            ? read.GetProperty("events").EnumerateArray().ToDictionary(entry => entry.GetProperty("uid").GetString()!.Split('-', 2)[1].Split('@')[0])
            : throw new InvalidOperationException("It is no iCalendar 2.0.");
    }
}
