using System.Text;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Files;

/// <summary>A file is what its content says, and is taken only where that is harmless.</summary>
public sealed class FileCheckTests
{
    private static readonly byte[] Something = [1, 2, 3];

    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "Agreement.PDF", SampleFiles.Pdf(), "PDF" },
        { "photo.png", SampleFiles.Png(), "PNG" },
        { "photo.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. Something], "JPEG" },
        { "photo.webp", "RIFF\u0004\0\0\0WEBP"u8.ToArray(), "WebP" },
        { "report.docx", SampleFiles.OpenXml(), "DOCX" },
        { "figures.xlsx", SampleFiles.OpenXml("spreadsheetml.sheet", ("xl/printerSettings/printerSettings1.bin", Something)), "XLSX" },
        { "slides.pptx", SampleFiles.OpenXml("presentationml.presentation"), "PPTX" },
        { "report.odt", SampleFiles.OpenDocument(), "ODT" },
        { "figures.ods", SampleFiles.OpenDocument("spreadsheet"), "ODS" },
        { "slides.odp", SampleFiles.OpenDocument("presentation"), "ODP" },
    };

    public static TheoryData<string, byte[], FileFault> Refused => new()
    {
        { "empty.pdf", [], FileFault.Empty },
        { "large.pdf", [.. SampleFiles.Pdf(), .. new byte[FileCheck.LargestBytes]], FileFault.TooLarge },
        { "page.pdf", "<html><script>alert(1)</script>"u8.ToArray(), FileFault.UnknownType },
        { "drawing.svg", """<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>"""u8.ToArray(), FileFault.UnknownType },
        { "page.html", "<!doctype html><p>%PDF-1.4"u8.ToArray(), FileFault.UnknownType },
        { "program.exe", "MZ\u0090\0"u8.ToArray(), FileFault.UnknownType },
        { "photo.gif", "GIF89a"u8.ToArray(), FileFault.UnknownType },
        { "photo.png", [0x89, (byte)'P', (byte)'N', (byte)'G'], FileFault.UnknownType },
        { "old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileFault.UnknownType },
        { "archive.zip", SampleFiles.Zip(("readme.txt", Something)), FileFault.UnknownType },
        { "cut.docx", SampleFiles.OpenXml()[..60], FileFault.UnknownType },
        { "entity.docx", SampleFiles.Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes("""<!DOCTYPE t [<!ENTITY x "y">]><Types>&x;</Types>"""))), FileFault.UnknownType },
        { "macros.docm", SampleFiles.Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes("""<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>"""))), FileFault.UnknownType },
        { "agreement.html", SampleFiles.Pdf(), FileFault.OtherName },
        { "photo.jpg", SampleFiles.Png(), FileFault.OtherName },
        { "report.docx", SampleFiles.OpenDocument(), FileFault.OtherName },
        { "report", SampleFiles.Pdf(), FileFault.OtherName },
        { "program.docx", [.. SampleFiles.Pdf(), .. SampleFiles.OpenXml()], FileFault.OtherName },
        { "page.html", [.. SampleFiles.Png(), .. "<script>alert(1)</script>"u8], FileFault.OtherName },
        { "archive.jar", [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("Main.class", Something))], FileFault.OtherName },
        { "page.pdf", [.. "<script>alert(1)</script>"u8, .. SampleFiles.Pdf()], FileFault.UnknownType },
        { "macros.docx", SampleFiles.OpenXml(parts: ("word/vbaProject.bin", Something)), FileFault.Unsafe },
        { "package.docx", SampleFiles.OpenXml(parts: ("word/embeddings/oleObject1.bin", Something)), FileFault.Unsafe },
        { "program.xlsx", SampleFiles.OpenXml("spreadsheetml.sheet", ("xl/setup.exe", Something)), FileFault.Unsafe },
        { "basic.odt", SampleFiles.OpenDocument(parts: ("Basic/Standard/Module1.xml", Something)), FileFault.Unsafe },
        { "scripts.ods", SampleFiles.OpenDocument("spreadsheet", ("Scripts/python/run.py", Something)), FileFault.Unsafe },
        { "outside.docx", SampleFiles.OpenXml(parts: ("../../etc/passwd", Something)), FileFault.Unsafe },
        { "outside.odt", SampleFiles.OpenDocument(parts: (@"..\..\start.xml", Something)), FileFault.Unsafe },
        { "absolute.docx", SampleFiles.OpenXml(parts: ("/etc/passwd", Something)), FileFault.Unsafe },
        { "bomb.docx", SampleFiles.OpenXml(parts: ("word/media/image1.xml", new byte[60_000_000])), FileFault.Unsafe },
        { "parts.docx", SampleFiles.OpenXml(parts: [.. Enumerable.Range(0, 5_001).Select(number => ($"word/{number}.xml", Something))]), FileFault.Unsafe },
    };

    // Told of beforehand, each test would carry its file around as text, a large one many times.
    [Theory]
    [MemberData(nameof(Taken), DisableDiscoveryEnumeration = true)]
    public void File_OfAKindThatWeTake_IsKnownByItsContent(string name, byte[] content, string format)
    {
        var (type, fault) = FileCheck.Inspect(name, content);

        Assert.Equal((format, FileFault.None), (type?.Format, fault));
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void File_OfAnotherKind_OrThatMayHarm_IsNot(string name, byte[] content, FileFault expected)
    {
        var (type, fault) = FileCheck.Inspect(name, content);

        Assert.Equal((null, expected), (type, fault));
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Users\\x\\Report.PDF", "Report.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie- x.pdf")]
    [InlineData("inv\u202Efdp.exe", "invfdp.exe")]
    [InlineData("what?\"now\".pdf", "what--now-.pdf")]
    [InlineData("Évaluation à mi-parcours.docx", "Évaluation à mi-parcours.docx")]
    [InlineData("...", "file")]
    [InlineData(null, "file")]
    public void Name_IsTidied(string? name, string expected) => Assert.Equal(expected, FileNames.Tidy(name));

    [Fact]
    public void Name_ThatIsTooLong_KeepsItsEnding() => Assert.Equal($"{new string('a', 120)}.pdf", FileNames.Tidy($"{new string('a', 400)}.pdf"));
}
