namespace PfP.Testing;

/// <summary>The checked-out repository that this test was built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PfP.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Tests run from inside the repository.");
    }
}
