using PfP.ServiceDefaults;

namespace PfP.Catalogue.Files;

/// <summary>A file that was attached to a submission.</summary>
internal sealed class SubmittedFile : StoredFile
{
    private SubmittedFile()
    {
    }

    public SubmittedFile(Guid submissionId, FileUpload upload, DateTimeOffset at)
        : base(upload, at) => SubmissionId = submissionId;

    public Guid SubmissionId { get; private init; }
}
