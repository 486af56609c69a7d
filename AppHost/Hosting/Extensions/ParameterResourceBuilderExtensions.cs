using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => FromConfiguration(builder, name)
            ?? throw new DistributedApplicationException($"Parameter '{name}' has no value: set Parameters__{name}."), secret));

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => FromConfiguration(builder, name) ?? value, secret));

    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name)
    {
        var value = builder.Configuration[$"ConnectionStrings:{name}"]
            ?? throw new DistributedApplicationException($"Connection string '{name}' has no value: set ConnectionStrings__{name}.");
        return builder.AddResource(new ConnectionStringResource(name, ReferenceExpression.Create($"{value}")));
    }

    /// <summary>A password that is made once and kept in the data folder, unless it is configured.</summary>
    public static IResourceBuilder<ParameterResource> CreatePassword(this IDistributedApplicationBuilder builder, string name)
    {
        var secrets = new SecretStore(((DistributedApplicationBuilder)builder).Settings);
        return builder.AddResource(new ParameterResource(name, () => FromConfiguration(builder, name) ?? secrets.GetOrCreate(name), secret: true));
    }

    private static string? FromConfiguration(IDistributedApplicationBuilder builder, string name) => builder.Configuration[$"Parameters:{name}"];
}
