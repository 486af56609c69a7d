using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.ServiceDefaults;

namespace PfP.Portal.Contributing;

/// <summary>Hands files that came with a form on to the service that keeps them, which looks at them as this does.</summary>
internal static class Uploads
{
    /// <summary>It was fine, but could not be kept now, or there are too many.</summary>
    public const string NotTaken = "NotTaken";

    /// <summary>The files that a form named before, and those that came with it.</summary>
    /// <param name="send">Sends one, by its name and content.</param>
    /// <param name="refuse">Is told what is not taken: the name of a <see cref="FileFault"/> or of what else kept it out, and the file's. Everything else goes on.</param>
    public static async Task<IReadOnlyList<SubmissionFile>> WithNewAsync(
        this IReadOnlyList<SubmissionFile> named, IFormCollection posted, Func<string, byte[], Task<(Outcome Outcome, SubmissionFile? File)>> send, Action<string, string> refuse, CancellationToken cancellationToken)
    {
        List<SubmissionFile> files = [.. named];
        foreach (var upload in posted.Files.GetFiles(SubmissionFields.NewFiles).Where(upload => upload.FileName.Length > 0))
        {
            var (file, fault) = await SendAsync(upload, FileType.All, send, cancellationToken);
            if (file is null)
            {
                refuse(fault, FileNames.Tidy(upload.FileName));
            }
            else if (files.TrueForAll(known => known.Id != file.Id))
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <param name="taken">The types that may come.</param>
    /// <param name="send">Sends it, by its name and content.</param>
    /// <returns>The file as it is kept, or the name of a <see cref="FileFault"/> or of what else kept it out.</returns>
    public static async Task<(SubmissionFile? File, string Fault)> SendAsync(
        IFormFile upload, IReadOnlyList<FileType> taken, Func<string, byte[], Task<(Outcome Outcome, SubmissionFile? File)>> send, CancellationToken cancellationToken)
    {
        if (upload.Length > FileCheck.LargestBytes)
        {
            return (null, nameof(FileFault.TooLarge));
        }

        var content = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellationToken);
        }

        var name = FileNames.Tidy(upload.FileName);
        var (_, fault) = FileCheck.Inspect(name, content, taken);
        return fault != FileFault.None ? (null, fault.ToString()) : ((await send(name, content)).File, NotTaken);
    }
}
