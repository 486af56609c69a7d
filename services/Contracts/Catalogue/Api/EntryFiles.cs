namespace PfP.Contracts.Catalogue.Api;

/// <summary>Files of entries, public with the entry that shows them.</summary>
public static class EntryFiles
{
    /// <summary>Below which each has its address: its id, and its name.</summary>
    public const string Address = "/api/catalogue/files";
}
