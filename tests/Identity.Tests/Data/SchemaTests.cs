using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PfP.Testing;

namespace PfP.Identity.Tests.Data;

public sealed partial class SchemaTests(IdentityHost host)
{
    private static readonly string Resources = Path.Combine(Repository.Root, "services", "Identity", "Accounts", "Resources");

    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        var columns = (await host.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"select table_schema || '.' || table_name || '.' || column_name || ' ' || is_nullable as \"Value\" from information_schema.columns")
            .ToListAsync(TestContext.Current.CancellationToken))).ToHashSet();

        var mapped = await host.InDatabaseAsync(db => Task.FromResult(
            db.Model.GetEntityTypes().Where(entity => entity.GetSchema() is not null && !entity.IsMappedToJson()).SelectMany(Columns).ToList()));

        Assert.NotEmpty(mapped);
        Assert.DoesNotContain(mapped, column => !columns.Contains(column));
    }

    [Fact]
    public async Task Api_OnlyGrows()
    {
        using var visitor = new Visitor(host);

        Assert.Empty(await OpenApiContract.RemovedAsync(visitor.Client, "services/Identity/openapi.json", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("AccountTexts")]
    [InlineData("AccountMails")]
    public void Translations_Always_HaveTheSameKeysAndPlaces(string name)
    {
        var english = Read($"{name}.resx");

        foreach (var language in new[] { "fr", "es" })
        {
            var translated = Read($"{name}.{language}.resx");
            Assert.Equal(english.Keys.Order(), translated.Keys.Order());
            Assert.All(english, text => Assert.Equal(Place().Matches(text.Value).Select(match => match.Value), Place().Matches(translated[text.Key]).Select(match => match.Value)));
            Assert.DoesNotContain(translated, text => string.IsNullOrWhiteSpace(text.Value));
        }
    }

    [Fact]
    public void Texts_Always_ExistAndAreUsed()
    {
        var folder = Path.Combine(Repository.Root, "services", "Identity");
        var sources = string.Join('\n', new[] { "*.razor", "*.cs" }.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var texts = Read("AccountTexts.resx");

        Assert.All(UsedKey().Matches(sources).Select(match => match.Groups[1].Value), key => Assert.True(texts.ContainsKey(key), $"{key} has no text."));
        Assert.All(texts.Keys, key => Assert.True(
            sources.Contains($"\"{key}\"", StringComparison.Ordinal) || sources.Contains($"$\"{key[..(key.IndexOf('.', StringComparison.Ordinal) + 1)]}{{", StringComparison.Ordinal),
            $"{key} is used nowhere."));
    }

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return entity.GetProperties().Where(property => property.GetColumnName(table) is not null)
            .Select(property => $"{table.Schema}.{table.Name}.{property.GetColumnName(table)} {(property.IsColumnNullable(table) ? "YES" : "NO")}");
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Resources, file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex("""\bA\["([^"]+)"[\],]""")]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
