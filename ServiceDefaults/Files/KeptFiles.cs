using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults;

/// <summary>Files beside the form that names them: they are sent one by one, then the form says which of them it shows.</summary>
public static class KeptFiles
{
    /// <summary>Looks at a file that comes as the body of a request, and keeps it; the same content sent again is the same file.</summary>
    /// <param name="make">The service's own record of it.</param>
    /// <param name="beside">Those that are attached to the same thing.</param>
    /// <param name="constraint">By which of two of the same content, sent at the same moment, one is kept.</param>
    /// <param name="record">Where given, adds a record that it came, which is saved with it.</param>
    /// <param name="taken">The types that may come; all where it is not given.</param>
    /// <returns>The file as the form names it, or what keeps it out.</returns>
    public static async Task<(SubmissionFile? File, Breach? Breach)> KeepAsync<TFile>(
        this ServiceDbContext db, string name, Stream body, Func<FileUpload, TFile> make, IQueryable<TFile> beside, int most, string constraint, Action? record,
        CancellationToken cancellationToken, IReadOnlyList<FileType>? taken = null)
        where TFile : StoredFile
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(beside);
        var (upload, breach) = await FileUpload.ReadAsync(name, body, cancellationToken, taken);
        if (upload is null)
        {
            return (null, breach);
        }

        var file = make(upload);
        var same = beside.Where(other => other.Sha256 == file.Sha256).AsInForms();
        if (await same.FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return (known, null);
        }

        if (await beside.CountAsync(cancellationToken) >= most)
        {
            return (null, new(FileUpload.Field, $"At most {most} of them."));
        }

        db.Add(file);
        record?.Invoke();
        await db.TryCreateAsync(constraint, cancellationToken);
        // This one, or the same that came at the same moment.
        return (await same.FirstAsync(cancellationToken), null);
    }

    /// <summary>What a form says of them, without their content.</summary>
    public static IQueryable<SubmissionFile> AsInForms<TFile>(this IQueryable<TFile> files)
        where TFile : StoredFile =>
        files.Select(file => new SubmissionFile(file.Id, null) { Name = file.Name, MediaType = file.MediaType, Bytes = file.Bytes });

    /// <summary>Those that a form names, with what is stored about them and with its labels; null where it names one that it may not.</summary>
    public static IReadOnlyList<SubmissionFile>? Among(this IReadOnlyList<SubmissionFile> named, IEnumerable<SubmissionFile> kept)
    {
        ArgumentNullException.ThrowIfNull(named);
        var known = kept.ToDictionary(file => file.Id);
        return named.All(file => known.ContainsKey(file.Id)) ? [.. named.DistinctBy(file => file.Id).Select(file => known[file.Id] with { Label = file.Label })] : null;
    }

    /// <summary>Of an image something has to be said, for those who cannot see it.</summary>
    public static bool AreSaid(this IReadOnlyList<SubmissionFile> files) => files.All(file => FileType.Of(file.MediaType)?.IsImage != true || Typed.Given(file.Label) is not null);
}
