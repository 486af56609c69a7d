namespace PfP.ServiceDefaults;

/// <summary>A kind of file that may be attached.</summary>
/// <param name="Format">As readers know it: PDF, DOCX.</param>
/// <param name="Extensions">What its names end in, lower case, with the dot.</param>
/// <param name="IsImage">Then it needs a text alternative.</param>
public sealed record FileType(string Format, string MediaType, IReadOnlyList<string> Extensions, bool IsImage = false)
{
    public static FileType Pdf { get; } = new("PDF", "application/pdf", [".pdf"]);

    public static FileType Png { get; } = new("PNG", "image/png", [".png"], IsImage: true);

    public static FileType Jpeg { get; } = new("JPEG", "image/jpeg", [".jpg", ".jpeg"], IsImage: true);

    public static FileType WebP { get; } = new("WebP", "image/webp", [".webp"], IsImage: true);

    public static FileType Docx { get; } = new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    public static FileType Xlsx { get; } = new("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    public static FileType Pptx { get; } = new("PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"]);

    public static FileType Odt { get; } = new("ODT", "application/vnd.oasis.opendocument.text", [".odt"]);

    public static FileType Ods { get; } = new("ODS", "application/vnd.oasis.opendocument.spreadsheet", [".ods"]);

    public static FileType Odp { get; } = new("ODP", "application/vnd.oasis.opendocument.presentation", [".odp"]);

    public static IReadOnlyList<FileType> All { get; } = [Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, Png, Jpeg, WebP];

    /// <summary>Those to be read from the first page to the last.</summary>
    public static IReadOnlyList<FileType> Texts { get; } = [Pdf, Docx, Odt];

    /// <summary>For the <c>accept</c> of a file field.</summary>
    public static string Accept(IEnumerable<FileType> types) => string.Join(',', types.SelectMany(type => type.Extensions));

    public static FileType? Of(string mediaType) => All.FirstOrDefault(type => type.MediaType == mediaType);
}

/// <summary>Why a file is not taken.</summary>
public enum FileFault
{
    None,
    Empty,

    /// <summary>More than <see cref="FileCheck.LargestBytes"/>.</summary>
    TooLarge,

    /// <summary>Its content is none of the types that are taken there.</summary>
    UnknownType,

    /// <summary>Its name ends as those of another type do.</summary>
    OtherName,

    /// <summary>It holds programs, or files that an office document has no use for.</summary>
    Unsafe,
}
