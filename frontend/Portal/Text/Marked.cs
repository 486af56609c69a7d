using Microsoft.AspNetCore.Components;
using PfP.Contracts.Search.Api;
using PfP.Portal.Components.Shared;

namespace PfP.Portal.Text;

/// <summary>Plain text with the found words marked. Everything is encoded; the only elements are ours.</summary>
internal static class Marked
{
    public static RenderFragment Render(string text) => builder =>
    {
        builder.OpenComponent<MarkedText>(0);
        builder.AddComponentParameter(1, nameof(MarkedText.Text), text);
        builder.CloseComponent();
    };

    public static RenderFragment Plain(string text) => builder => builder.AddContent(0, text);

    /// <summary>The text in pieces, each found or not; stray marks are dropped.</summary>
    public static IEnumerable<(string Text, bool Found)> Parts(string text)
    {
        var pieces = text.Split(Highlights.Start);
        yield return (Clean(pieces[0]), false);
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf(Highlights.End);
            yield return (Clean(piece[..Math.Max(end, 0)]), true);
            yield return (Clean(piece[(end + 1)..]), false);
        }
    }

    private static string Clean(string text) => text.Replace(Highlights.End.ToString(), "", StringComparison.Ordinal);
}
