using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Departures;

/// <summary>What a decision must say: its reason is public.</summary>
internal static class DepartureRules
{
    public static IReadOnlyList<Breach> Check(string? reason, bool isRequired) => reason switch
    {
        null when isRequired => [new Breach("reason", "It is required.")],
        { } text when !PlainText.IsLine(text, EntryReason.Longest) => [new Breach("reason", $"It is one line of at most {EntryReason.Longest} characters.")],
        _ => [],
    };

    /// <summary>What was typed, or null where that is nothing.</summary>
    public static string? Said(string? reason) => reason?.Trim() is { Length: > 0 } text ? text : null;

    /// <param name="target">Null where there is no entry of that id.</param>
    public static IReadOnlyList<Breach> CheckTarget(Entry entry, Entry? target) => target switch
    {
        null => [new Breach("into", "There is no such entry.")],
        _ when target.Id == entry.Id => [new Breach("into", "It is the entry itself.")],
        _ when target.Kind != entry.Kind => [new Breach("into", $"It is a {target.Kind}, not a {entry.Kind}.")],
        { IsPublic: false } => [new Breach("into", $"It is {EntryStates.Name(target.State)}.")],
        _ => [],
    };
}
