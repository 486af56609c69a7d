using PfP.ServiceDefaults;

namespace PfP.Calls.Files;

/// <summary>A file that was sent to a call by its owner; public once the call's content names it.</summary>
internal sealed class SentFile : StoredFile
{
    private SentFile()
    {
    }

    public SentFile(Guid callId, FileUpload upload, DateTimeOffset at)
        : base(upload, at) => CallId = callId;

    public Guid CallId { get; private init; }
}
