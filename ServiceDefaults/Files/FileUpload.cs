using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults;

/// <summary>A file that came as the body of a request, and was looked at.</summary>
public sealed record FileUpload(string Name, FileType Type, byte[] Content)
{
    /// <summary>The field of a form that names files.</summary>
    public const string Field = "files";

    /// <param name="taken">The types that may come; all where it is not given.</param>
    /// <returns>The file, or what is wrong with it.</returns>
    public static async Task<(FileUpload? File, Breach? Breach)> ReadAsync(string name, Stream body, CancellationToken cancellationToken, IReadOnlyList<FileType>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var tidy = FileNames.Tidy(name);
        // One byte more than it may have tells that it has too many, however long it goes on.
        var buffer = new byte[FileCheck.LargestBytes + 1];
        var content = buffer[..await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)];
        var (type, fault) = FileCheck.Inspect(tidy, content, taken);
        return type is null ? (null, new(Field, Message(fault, taken ?? FileType.All))) : (new(tidy, type, content), null);
    }

    private static string Message(FileFault fault, IReadOnlyList<FileType> taken) => fault switch
    {
        FileFault.Empty => "The file is empty.",
        FileFault.TooLarge => "A file has at most 5 MB.",
        FileFault.OtherName => "The name of the file ends as that of another type does.",
        FileFault.Unsafe => "The file holds programs, macros or embedded files.",
        _ => $"Its content is none of {string.Join(", ", taken.Select(type => type.Format))}.",
    };
}
