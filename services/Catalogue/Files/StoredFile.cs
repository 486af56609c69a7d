using System.Security.Cryptography;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Files;

/// <summary>A file that was attached to a submission, and its content.</summary>
internal sealed class StoredFile
{
    private StoredFile()
    {
    }

    public Guid Id { get; private init; }

    public Guid SubmissionId { get; private init; }

    public string Name { get; private init; } = "";

    public string MediaType { get; private init; } = "";

    public byte[] Sha256 { get; private init; } = [];

    public int Bytes { get; private init; }

    public byte[] Content { get; private init; } = [];

    public DateTimeOffset AddedAt { get; private init; }

    public static StoredFile Create(Guid submissionId, string name, FileType type, byte[] content, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        SubmissionId = submissionId,
        Name = name,
        MediaType = type.MediaType,
        Sha256 = SHA256.HashData(content),
        Bytes = content.Length,
        Content = content,
        AddedAt = at,
    };
}
