namespace PfP.Contracts.Catalogue.Api;

/// <summary>A country or organisation whose focal points publish directly.</summary>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
public sealed record TrustedOwnerResponse(string Owner, DateTimeOffset Since);

/// <summary>How the review of something stands that was published directly.</summary>
public static class PublicationReviews
{
    /// <summary>For the secretariat to look at.</summary>
    public const string Waiting = "waiting";

    public const string Confirmed = "confirmed";

    /// <summary>In a correction of its own.</summary>
    public const string ChangesRequested = "changes_requested";

    public const string Withdrawn = "withdrawn";
}
