using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Chains;

/// <summary>The links of a chain as they are seen from one of its ends: each in one part, also where the chain is a circle.</summary>
/// <param name="Before">Those that lead to it.</param>
/// <param name="After">Those to which it led.</param>
/// <param name="Beside">All others.</param>
internal sealed record ChainParts(IReadOnlyList<ChainLinkResponse> Before, IReadOnlyList<ChainLinkResponse> After, IReadOnlyList<ChainLinkResponse> Beside)
{
    public static ChainParts Of(ChainResponse chain)
    {
        var before = Reached(chain, link => link.To, link => link.From);
        var after = Reached(chain, link => link.From, link => link.To).Except(before).ToList();
        return new(before, after, [.. chain.Links.Except(before).Except(after)]);
    }

    /// <summary>From near to far.</summary>
    private static List<ChainLinkResponse> Reached(ChainResponse chain, Func<ChainLinkResponse, string> near, Func<ChainLinkResponse, string> far)
    {
        var (seen, found) = (new HashSet<string> { chain.Url }, new List<ChainLinkResponse>());
        for (List<string> front = [chain.Url]; front.Count > 0;)
        {
            var links = chain.Links.Where(link => front.Contains(near(link))).ToList();
            found.AddRange(links);
            front = [.. links.Select(far).Where(seen.Add)];
        }

        return found;
    }
}
