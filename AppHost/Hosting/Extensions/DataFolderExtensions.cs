namespace Aspire.Hosting;

public static class DataFolderExtensions
{
    /// <summary>A folder of this name among this copy's data; whoever uses it makes it.</summary>
    public static string GetDataFolder(this IDistributedApplicationBuilder builder, string name) =>
        Path.Combine(((DistributedApplicationBuilder)builder).Settings.DataFolder, name);
}
