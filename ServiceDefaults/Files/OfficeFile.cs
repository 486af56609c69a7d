using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PfP.ServiceDefaults;

/// <summary>Office documents are ZIP archives: Office Open XML (ECMA-376) names its type in <c>[Content_Types].xml</c>, OpenDocument (ISO/IEC 26300) in <c>mimetype</c>.</summary>
internal static class OfficeFile
{
    private const int MostParts = 5_000;
    private const int LargestHead = 1024 * 1024;

    /// <summary>What it may unpack to, and how many times its size: XML shrinks well, a bomb shrinks a thousandfold.</summary>
    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const long MostExpansion = 200;
    private const string MainPart = ".main+xml";

    private static readonly string[] Programs = [".bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".jar", ".lnk", ".hta", ".scr", ".com", ".msi"];

    public static (FileType? Type, FileFault Fault) Inspect(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            var type = OpenXml(archive) ?? OpenDocument(archive);
            return type is null ? (null, FileFault.UnknownType) : IsSafe(archive) ? (type, FileFault.None) : (null, FileFault.Unsafe);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or ArgumentException)
        {
            return (null, FileFault.UnknownType);
        }
    }

    private static FileType? OpenXml(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } part)
        {
            return null;
        }

        // A document with macros names another main part, and so is none of the types that we take.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestHead };
        using var reader = XmlReader.Create(new MemoryStream(Head(part)), settings);
        var types = XDocument.Load(reader).Root!.Elements().Select(element => element.Attribute("ContentType")?.Value).OfType<string>().ToHashSet();
        return FileType.All.FirstOrDefault(type => types.Contains(type.MediaType + MainPart));
    }

    private static FileType? OpenDocument(ZipArchive archive) =>
        archive.GetEntry("mimetype") is { } part ? FileType.All.FirstOrDefault(type => type.MediaType == Encoding.ASCII.GetString(Head(part)).Trim()) : null;

    private static bool IsSafe(ZipArchive archive) =>
        archive.Entries.Count <= MostParts
        && archive.Entries.Sum(part => part.Length) is var unpacked and <= LargestUnpacked
        && unpacked <= MostExpansion * Math.Max(1, archive.Entries.Sum(part => part.CompressedLength))
        && archive.Entries.All(IsHarmless);

    private static bool IsHarmless(ZipArchiveEntry part)
    {
        var name = part.FullName.Replace('\\', '/');
        return !name.StartsWith('/') && !name.Split('/').Contains("..") && !name.Contains(':')
            && !name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
            && !Path.GetFileName(name).StartsWith("vba", StringComparison.OrdinalIgnoreCase)
            && !(Programs.Contains(Path.GetExtension(name).ToLowerInvariant()) && !IsSettings(name));
    }

    // Printers and embedded charts leave such parts in ordinary documents; Office runs nothing from them.
    private static bool IsSettings(string name) =>
        name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && name.Contains("printerSettings", StringComparison.OrdinalIgnoreCase);

    // Never more than that is unpacked, whatever the archive says of it.
    private static byte[] Head(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var head = new byte[LargestHead];
        return head[..stream.ReadAtLeast(head, LargestHead, throwOnEndOfStream: false)];
    }
}
