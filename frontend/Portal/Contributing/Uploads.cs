using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.ServiceDefaults;

namespace PfP.Portal.Contributing;

/// <summary>Hands a file that came with a form on to the catalogue, which looks at it as this does.</summary>
internal static class Uploads
{
    /// <summary>It was fine, but could not be kept now, or there are too many.</summary>
    private const string NotTaken = "NotTaken";

    /// <returns>The file, or the name of a <see cref="FileFault"/> or of what else kept it out.</returns>
    public static async Task<(SubmissionFile? File, string Fault)> SendAsync(SubmissionsClient submissions, Guid id, IFormFile upload, CancellationToken cancellationToken)
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
        var (_, fault) = FileCheck.Inspect(name, content);
        return fault != FileFault.None ? (null, fault.ToString()) : ((await submissions.AddFileAsync(id, name, content, cancellationToken)).File, NotTaken);
    }
}
