namespace PfP.Portal.Tests.Security;

/// <summary>What no text may bring into a page.</summary>
internal static class Harmless
{
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "xlink:href", "data"];

    public static void Check(Visit visit)
    {
        Assert.All(visit.Page.Scripts, script => Assert.True(script.Source is { Length: > 0 } || script.Type == "application/ld+json", script.TextContent));
        Assert.Empty(visit.Page.QuerySelectorAll("iframe:not([sandbox='']), object, embed, base, style, meta[http-equiv], [srcdoc], [autofocus], [style]").Select(element => element.OuterHtml));
        Assert.DoesNotContain(visit.Page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(visit.Page.Images, image => image.GetAttribute("src")!.StartsWith('x'));
        foreach (var address in visit.Page.All.SelectMany(element => Addresses.Select(element.GetAttribute)).OfType<string>())
        {
            Assert.Matches(@"^(/(?![/\\])|#|https?://|mailto:|$)", address);
            Assert.DoesNotMatch(@"^https?://([^/]*\.)?evil\.example", address);
        }
    }
}
