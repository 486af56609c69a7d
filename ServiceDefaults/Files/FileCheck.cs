using System.Buffers.Binary;

namespace PfP.ServiceDefaults;

/// <summary>
/// Tells what a file is by its content, and whether we take it. No library on the feed knows these types and refuses macros and
/// archives that unpack to more than they should, so this looks for what it needs and nothing more.
/// </summary>
public static class FileCheck
{
    public const int LargestBytes = 5 * 1024 * 1024;

    private static ReadOnlySpan<byte> PngHeader => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegHeader => [0xFF, 0xD8, 0xFF];

    /// <param name="name">As its sender calls it; only its ending matters.</param>
    /// <param name="taken">All of them where it is not given.</param>
    public static (FileType? Type, FileFault Fault) Inspect(string name, byte[] content, IReadOnlyList<FileType>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
        {
            return (null, FileFault.Empty);
        }

        if (content.Length > LargestBytes)
        {
            return (null, FileFault.TooLarge);
        }

        var (type, fault) = TypeOf(content);
        return fault != FileFault.None ? (null, fault)
            : !(taken ?? FileType.All).Contains(type!) ? (null, FileFault.UnknownType)
            : !type!.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()) ? (null, FileFault.OtherName)
            : (type, FileFault.None);
    }

    private static (FileType? Type, FileFault Fault) TypeOf(byte[] content)
    {
        var bytes = content.AsSpan();
        return bytes.StartsWith("%PDF-"u8) ? (FileType.Pdf, FileFault.None)
            : bytes.StartsWith(PngHeader) && Chunk(bytes, 12).SequenceEqual("IHDR"u8) ? (FileType.Png, FileFault.None)
            : bytes.StartsWith(JpegHeader) ? (FileType.Jpeg, FileFault.None)
            : bytes.StartsWith("RIFF"u8) && Chunk(bytes, 8).SequenceEqual("WEBP"u8) && DeclaredLength(bytes) <= content.Length ? (FileType.WebP, FileFault.None)
            : bytes.StartsWith("PK\u0003\u0004"u8) ? OfficeFile.Inspect(content)
            : (null, FileFault.UnknownType);
    }

    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> bytes, int at) => bytes.Length >= at + 4 ? bytes.Slice(at, 4) : [];

    private static long DeclaredLength(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L;
}
