using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>The document of a Migration Profile as a form gives it: a link, or a file that was sent on already, now or with an earlier attempt.</summary>
/// <param name="Link">As it was typed.</param>
/// <param name="File">The address of the file; a link that is typed takes its place.</param>
public sealed record ProfileDocument(string Link, string? File)
{
    public const string Field = "url";
    public const string NewFile = "newFile";
    public const string KeptFile = "file";

    /// <summary>A link and a file, where one of the two is wanted.</summary>
    private const string Both = "Both";

    public static ProfileDocument Empty { get; } = new("", null);

    public string Url => Typed.Given(Link) is null && File is not null ? File : Link;

    /// <summary>As a form shows it that was not sent yet.</summary>
    public static ProfileDocument Of(string url) => IsFile(url) ? new("", url) : new(url, null);

    /// <param name="send">Sends a file on, by its name and content.</param>
    /// <param name="refuse">Is told what is wrong: <c>Both</c>, or the fault of the file, and its name. What came besides is kept.</param>
    internal static async Task<ProfileDocument> ReadAsync(
        IFormCollection posted, Func<string, byte[], Task<(Outcome Outcome, SubmissionFile? File)>> send, Action<string, string> refuse, CancellationToken cancellationToken)
    {
        var document = new ProfileDocument(posted[Field].ToString(), posted[KeptFile].ToString() is var kept && IsFile(kept) ? kept : null);
        if (posted.Files[NewFile] is not { FileName.Length: > 0 } upload)
        {
            return document;
        }

        if (Typed.Given(document.Link) is not null)
        {
            refuse(Both, FileNames.Tidy(upload.FileName));
            return document;
        }

        var (file, fault) = await Uploads.SendAsync(upload, FileType.Texts, send, cancellationToken);
        if (file is null)
        {
            refuse(fault, FileNames.Tidy(upload.FileName));
            return document;
        }

        return document with { File = FileAddress.Of(MigrationProfiles.FilesAddress, file.Id, file.Name) };
    }

    private static bool IsFile(string url) => FileAddress.Parse(MigrationProfiles.FilesAddress, url) is not null;
}
