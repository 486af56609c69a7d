using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using PfP.Design.Languages;

namespace PfP.Portal.Text;

/// <summary>Markdown of entries and of our own pages: no raw HTML, no pictures, no addresses but web and mail ones.</summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();
    private static readonly MarkdownPipeline OwnPipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseGenericAttributes().Build();

    /// <summary>Our own texts: links go to pages of the reader's language, <c>{#name}</c> marks a place to link to.</summary>
    public static MarkupString RenderOwn(string text)
    {
        var document = Markdown.Parse(text, OwnPipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => IsLocal(link.Url ?? "")))
        {
            link.Url = SiteLanguage.Local(link.Url!);
        }

        return new MarkupString(document.ToHtml(OwnPipeline));
    }

    /// <param name="topLevel">The level that a first-level heading of the text gets on the page.</param>
    public static MarkupString Render(string text, int topLevel = 3)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + topLevel - 1, 6);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsHarmless(link.Url))
            {
                link.Url = "";
            }

            if (link.Url!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                link.GetAttributes().AddProperty("rel", "nofollow noopener");
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url)).ToList())
        {
            // Its address is its text: without one it would be a link with nothing to read.
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    /// <summary>What a reader would read, for places that show no more than words; marks of found words stay.</summary>
    public static string Plain(string text) => Markdown.ToPlainText(text, Pipeline).Trim();

    private static bool IsHarmless(string? url) =>
        url is not null && (IsLocal(url) || (Uri.TryCreate(url, UriKind.Absolute, out var address) && IsSafe(address)));

    /// <summary>The address as the target of a link; null where it is none that a reader may be sent to.</summary>
    public static string? Address(string? url) => IsHarmless(url) ? url : null;

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto;

    private static bool IsLocal(string url) => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal);
}
