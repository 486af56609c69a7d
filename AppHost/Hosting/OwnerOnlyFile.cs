namespace Aspire.Hosting;

/// <summary>Files that nobody else may read, and that are there whole or not at all.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write(string path, string text)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        using (var writer = new StreamWriter(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Mode }))
        {
            writer.Write(text);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
