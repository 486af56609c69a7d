using Npgsql;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database and the role that owns it, both of the same name.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, ParameterResource password, PostgresServerResource parent)
    : Resource(name), IResourceWithConnectionString, IResourceWithParent<PostgresServerResource>
{
    public string DatabaseName => databaseName;

    public PostgresServerResource Parent => parent;

    public ParameterResource PasswordParameter => password;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{new OwnersConnectionString(this)}");

    /// <summary>The server's connection string with the owner and the database in place of the administrator.</summary>
    private sealed class OwnersConnectionString(PostgresDatabaseResource database) : IValueProvider
    {
        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
        {
            var server = await database.Parent.ConnectionStringExpression.GetValueAsync(cancellationToken);
            return new NpgsqlConnectionStringBuilder(server)
            {
                Database = database.DatabaseName,
                Username = database.DatabaseName,
                Password = await database.PasswordParameter.GetValueAsync(cancellationToken),
            }.ConnectionString;
        }
    }
}
