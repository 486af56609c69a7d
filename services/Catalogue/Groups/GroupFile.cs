using PfP.ServiceDefaults;

namespace PfP.Catalogue.Groups;

/// <summary>A document that was sent for a working group.</summary>
internal sealed class GroupFile : StoredFile
{
    private GroupFile()
    {
    }

    public GroupFile(Guid groupId, FileUpload upload, DateTimeOffset at)
        : base(upload, at) => GroupId = groupId;

    public Guid GroupId { get; private init; }
}
