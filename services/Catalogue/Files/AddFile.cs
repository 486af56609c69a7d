using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Files;

/// <summary>Takes a file for a submission. It is shown once the form names it; the same content sent again is the same file.</summary>
internal static class AddFile
{
    private const int MostFiles = 20;
    private const string ContentIndex = "files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, string name, HttpRequest request, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(submission))
        {
            return Contributor.NotTheirs();
        }

        if (!submission.IsOpenToItsOwner)
        {
            return Refusals.NotNow(submission);
        }

        var tidy = FileNames.Tidy(name);
        var content = await ReadAsync(request.Body, cancellationToken);
        var (type, fault) = FileCheck.Inspect(tidy, content);
        if (type is null)
        {
            return Breach.Answer([new Breach("files", Message(fault))]);
        }

        var file = StoredFile.Create(id, tidy, type, content, clock.GetUtcNow());
        if (await SameAsync(db, file, cancellationToken) is not { } same)
        {
            if (await db.Files.CountAsync(other => other.SubmissionId == id, cancellationToken) >= MostFiles)
            {
                return Breach.Answer([new Breach("files", $"At most {MostFiles} of them.")]);
            }

            db.Files.Add(file);
            db.Record(submission, contributor, "file added", clock.GetUtcNow());
            await db.TryCreateAsync(ContentIndex, cancellationToken);
            // This one, or the same that came at the same moment.
            same = (await SameAsync(db, file, cancellationToken))!;
        }

        return TypedResults.Ok(same);
    }

    // One byte more than it may have tells that it has too many, however long it goes on.
    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var content = new byte[FileCheck.LargestBytes + 1];
        return content[..await body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    private static Task<SubmissionFile?> SameAsync(CatalogueDbContext db, StoredFile wanted, CancellationToken cancellationToken) => db.Files
        .Where(file => file.SubmissionId == wanted.SubmissionId && file.Sha256 == wanted.Sha256)
        .AsInForms()
        .FirstOrDefaultAsync(cancellationToken);

    private static string Message(FileFault fault) => fault switch
    {
        FileFault.Empty => "The file is empty.",
        FileFault.TooLarge => "A file has at most 5 MB.",
        FileFault.OtherName => "The name of the file ends as that of another type does.",
        FileFault.Unsafe => "The file holds programs, macros or embedded files.",
        _ => $"Its content is none of {string.Join(", ", FileType.All.Select(type => type.Format))}.",
    };
}
