using System.IO.Compression;
using System.Text;

namespace PfP.Testing;

/// <summary>Small files of the kinds that people attach, honest and otherwise.</summary>
public static class SampleFiles
{
    public static byte[] Pdf(string text = "Agreement") => Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% {text}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>One transparent pixel.</summary>
    public static byte[] Png() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <param name="main">The part that makes it one: <c>wordprocessingml.document</c>, <c>spreadsheetml.sheet</c>.</param>
    /// <param name="parts">Further parts: name and content.</param>
    public static byte[] OpenXml(string main = "wordprocessingml.document", params (string Name, byte[] Content)[] parts) => Zip(
        [
            ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.{main}.main+xml"/></Types>""")),
            ("word/document.xml", "<document/>"u8.ToArray()),
            .. parts,
        ]);

    public static byte[] OpenDocument(string type = "text", params (string Name, byte[] Content)[] parts) =>
        Zip([("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{type}")), ("content.xml", "<office/>"u8.ToArray()), .. parts]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
