using System.Text;
using System.Text.Json;
using PfP.Search.Engines.Elastic;

namespace PfP.Search.Tests.Engines.Elastic;

public sealed class ElasticSettingsTests
{
    [Fact]
    public void Parse_OfAnAddress_TakesItsUserAndTheDefaults()
    {
        var settings = ElasticSettings.Parse("https://pfp:p%40ss@search:9200");

        Assert.Equal("search", Assert.Single(settings.Nodes).Host);
        Assert.Equal("pfp:p@ss", Encoding.UTF8.GetString(Convert.FromBase64String(settings.Authorization!.Parameter!)));
        Assert.Equal("pfp", settings.Prefix);
    }

    [Fact]
    public void Parse_OfKeys_TakesAllNodesAndTheApiKey()
    {
        var settings = ElasticSettings.Parse("Endpoints=https://a:9200, https://b:9200;ApiKey=a2V5;Username=u;Password=p;Prefix=x;Timeout=500");

        Assert.Equal(["a", "b"], settings.Nodes.Select(node => node.Host));
        Assert.Equal("ApiKey a2V5", settings.Authorization!.ToString());
        Assert.Equal(("x", 500), (settings.Prefix, (int)settings.Patience.TotalMilliseconds));
    }

    [Theory]
    [InlineData("search:9200")]
    [InlineData("Endpoints=;ApiKey=x")]
    [InlineData("Endpoints=ftp://search")]
    public void Parse_WithoutAUsableAddress_IsRefused(string connectionString) => Assert.Throws<FormatException>(() => ElasticSettings.Parse(connectionString));

    [Theory]
    [InlineData("7.9.3", null, false)]
    [InlineData("7.10.0", null, true)]
    [InlineData("9.4.1", null, true)]
    [InlineData("10.0.0", null, false)]
    [InlineData("8.0.0-rc1", null, true)]
    [InlineData("1.0.0", "opensearch", true)]
    [InlineData("3.8.0", "opensearch", true)]
    public void Server_OfThatVersion_IsSupportedOrNot(string number, string? distribution, bool supported) =>
        Assert.Equal(supported, ElasticServer.Read(JsonSerializer.SerializeToElement(new { version = new { number, distribution } })).IsSupported);
}
