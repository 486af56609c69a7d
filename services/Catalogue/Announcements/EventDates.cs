using System.Text.Json.Serialization;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Announcements;

/// <summary>When and where an event is, on the clocks of its zone.</summary>
internal sealed record EventDates(DateOnly From, TimeOnly? FromTime, DateOnly To, TimeOnly? ToTime, string Place, string Zone)
{
    [JsonIgnore]
    public DateTimeOffset StartsAt => FromTime is { } time ? Zones.Instant(From, time, Zone) : Zones.StartOf(From, Zone);

    /// <summary>Where no hour is said, the end of the last day.</summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt => ToTime is { } time ? Zones.Instant(To, time, Zone) : Zones.StartOf(To.AddDays(1), Zone);
}
