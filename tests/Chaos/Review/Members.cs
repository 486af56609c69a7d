using PfP.Testing.Identity;

namespace PfP.Chaos.Review;

/// <summary>The people of the review, by their tokens. There is no identity service in a run: the catalogue trusts an issuer of our own, which no fault hits.</summary>
internal sealed class Members(TestIssuer issuer)
{
    /// <summary>Made for each request, as they are valid for five minutes only.</summary>
    public string FocalPoint(string country) => issuer.AccessToken(roles: ["focal_point"], entity: $"country:{country}");

    public string Moderator() => issuer.AccessToken(roles: ["moderator"]);
}
