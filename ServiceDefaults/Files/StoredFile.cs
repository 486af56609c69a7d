using System.Security.Cryptography;

namespace PfP.ServiceDefaults;

/// <summary>A file that was attached to something, and its content. What that is, a service says in a class of its own.</summary>
public abstract class StoredFile
{
    protected StoredFile()
    {
    }

    protected StoredFile(FileUpload upload, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(upload);
        Id = Guid.CreateVersion7(at);
        (Name, MediaType, Content, AddedAt) = (upload.Name, upload.Type.MediaType, upload.Content, at);
        Sha256 = SHA256.HashData(upload.Content);
        Bytes = upload.Content.Length;
    }

    public Guid Id { get; protected init; }

    public string Name { get; protected init; } = "";

    public string MediaType { get; protected init; } = "";

    public byte[] Sha256 { get; protected init; } = [];

    public int Bytes { get; protected init; }

    public byte[] Content { get; protected init; } = [];

    public DateTimeOffset AddedAt { get; protected init; }

    public FileDownload Download() => new(Name, MediaType, Content, Sha256);
}
