using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Resources;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PfP.Portal.Contributing;

/// <summary>A submission as a Word document (Office Open XML), for those who comment and sign on paper or by mail.</summary>
internal static class WordDocument
{
    private const string TitleStyle = "Title";
    private const string HeadingStyle = "Heading1";

    /// <param name="status">What the document is: a draft, of whom and of when.</param>
    public static byte[] Write(string kind, SubmissionForm form, string status, IStringLocalizer<ContributionTexts> words)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Style(TitleStyle, 40, null), Style(HeadingStyle, 28, 0));
            main.Document = new Document(new Body(Content(kind, form, status, words)));
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(string kind, SubmissionForm form, string status, IStringLocalizer<ContributionTexts> words) =>
    [
        Line(SubmissionTexts.Title(form.Title, words), TitleStyle),
        Line(status),
        .. SubmissionTexts.Facts(kind, form, words).Where(fact => fact.Text.Length > 0).Select(fact => Line($"{words.For(kind, $"Field.{fact.Field}").Value}: {fact.Text}")),
        .. SubmissionTexts.Paragraphs(kind, form).Where(text => text.Text.Length > 0).SelectMany(text => Section(words.For(kind, $"Field.{text.Field}"), text.Text.ReplaceLineEndings("\n").Split('\n'))),
        .. SubmissionTexts.Translations(kind, form).SelectMany(translation => Translation(kind, translation, words)),
        .. SubmissionTexts.Lists(kind, form, words).SelectMany(list => Section(words.For(kind, $"Field.{list.Field}"), [.. list.Lines])),
    ];

    private static IEnumerable<Paragraph> Translation(string kind, SubmissionTranslation translation, IStringLocalizer<ContributionTexts> words) =>
    [
        Line(words.TranslationName(translation), HeadingStyle),
        Line(translation.Title ?? ""),
        .. SubmissionTexts.Translated(kind, translation).SelectMany(text => Section(words.For(kind, $"Field.{text.Field}"), text.Text.ReplaceLineEndings("\n").Split('\n'))),
    ];

    private static IEnumerable<Paragraph> Section(string heading, string[] lines) =>
        lines.Length == 0 ? [] : [Line(heading, HeadingStyle), .. lines.Where(line => line.Length > 0).Select(line => Line(line))];

    private static Paragraph Line(string text, string? style = null)
    {
        // What a draft holds may be anything that can be typed, and XML does not take all of that.
        var clean = string.Concat(text.Where(character => XmlConvert.IsXmlChar(character)));
        var line = new Paragraph(new Run(new WordText(clean) { Space = SpaceProcessingModeValues.Preserve }));
        line.ParagraphProperties = style is null ? null : new ParagraphProperties(new ParagraphStyleId { Val = style });
        return line;
    }

    /// <param name="size">In half points.</param>
    /// <param name="outline">Its level in the outline, from 0.</param>
    private static Style Style(string id, int size, int? outline) => new(
        new StyleName { Val = id },
        new StyleParagraphProperties(
        [
            new SpacingBetweenLines { Before = "240", After = "120" },
            .. outline is { } level ? [new OutlineLevel { Val = level }] : Array.Empty<OpenXmlElement>(),
        ]),
        new StyleRunProperties(new Bold(), new FontSize { Val = $"{size}" }))
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
    };
}
