namespace PfP.Catalogue.Entries;

internal enum EntryState
{
    Draft,
    Published,
    Archived,
    Withdrawn,
    Merged,
}

/// <summary>The names of the states in the database and the API.</summary>
internal static class EntryStates
{
    public static string Name(EntryState state) => state switch
    {
        EntryState.Draft => "draft",
        EntryState.Published => "published",
        EntryState.Archived => "archived",
        EntryState.Withdrawn => "withdrawn",
        EntryState.Merged => "merged",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static EntryState Parse(string name) => Enum.GetValues<EntryState>().First(state => Name(state) == name);
}
