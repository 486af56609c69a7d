using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Files;

/// <summary>Files as a form names them, and as an entry shows them.</summary>
internal static class AttachedFiles
{
    /// <summary>The form with what is stored about its files; a breach for one that is neither this submission's nor on the entry that it corrects.</summary>
    public static async Task<(SubmissionForm Form, IReadOnlyList<Breach> Breaches)> WithFilesAsync(
        this CatalogueDbContext db, Submission submission, SubmissionForm form, CancellationToken cancellationToken)
    {
        if (form.Files.Count == 0)
        {
            return (form, []);
        }

        var kept = await db.Files.Where(file => file.SubmissionId == submission.Id).AsInForms().ToListAsync(cancellationToken);
        return form.Files.Among(kept.Concat(submission.Base?.Files ?? [])) is { } files
            ? (form with { Files = files }, [])
            : (form, [new Breach(FileUpload.Field, "A file is not one that was sent to this submission.")]);
    }

    public static FileLink Link(SubmissionFile file) =>
        new(FileAddress.Of(EntryFiles.Address, file.Id, file.Name), string.IsNullOrWhiteSpace(file.Label) ? file.Name : file.Label.Trim(), null, FileType.Of(file.MediaType)?.Format, file.Bytes);

    /// <returns>Null for a file that is elsewhere on the web.</returns>
    public static SubmissionFile? FormOf(FileLink link) => FileAddress.Parse(EntryFiles.Address, link.Url) is not { } own ? null : new(own.Id, link.Label == own.Name ? "" : link.Label)
    {
        Name = own.Name,
        MediaType = FileType.All.FirstOrDefault(type => type.Format == link.Format)?.MediaType ?? "",
        Bytes = link.Bytes ?? 0,
    };
}
