namespace PfP.Contracts.Catalogue.Api;

/// <summary>What happened to entries in a calendar year (UTC), beside those that were published, which the search counts. Of what is public now.</summary>
/// <param name="FirstYear">The earliest in which an entry was published; null where there is none.</param>
/// <param name="Updated">Entries that were corrected, added to or confirmed as still right; not those that an import changed.</param>
/// <param name="FollowUps">Links of chains that were recorded and still stand, by the countries and themes of both ends.</param>
/// <param name="NewVersions">Those of them that say that one entry updates another.</param>
/// <param name="Adaptations">Those of them that say that one entry adapts another.</param>
/// <param name="Followed">Recommendations that had a follow-up when the year ended.</param>
/// <param name="Unfollowed">Those that had none.</param>
public sealed record CatalogueYear(
    int Year, int? FirstYear, YearFigure Updated, YearFigure FollowUps, int NewVersions, int Adaptations, YearFigure Followed, YearFigure Unfollowed);
