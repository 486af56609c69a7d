using PfP.Contracts.Catalogue.Api;

namespace PfP.ServiceDefaults.Reports;

/// <summary>The pages of a service that readers may report something about.</summary>
public interface IReportedPages
{
    ServiceDbContext Database { get; }

    /// <summary>What readers see at that path of the portal, by its id; null where they see nothing.</summary>
    Task<Guid?> FindAsync(string? path, CancellationToken cancellationToken);

    /// <summary>Links to them, also to what is public no longer.</summary>
    /// <param name="language">Of the titles, where they have it; null for that in which each was written.</param>
    Task<IReadOnlyDictionary<Guid, EntryLink>> LinksAsync(IReadOnlyCollection<Guid> ids, string? language, CancellationToken cancellationToken);

    /// <summary>Keeps who closed a report; the caller saves both together.</summary>
    void Record(ReaderReport closed, Contributor contributor, DateTimeOffset at);
}
