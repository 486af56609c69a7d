using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit.Serialization;
using PfP.Contracts.Calls;
using PfP.Testing;

namespace PfP.Calls.Tests.Events;

/// <summary>Every shape in which an event was ever published can still be read. Samples are added, never changed.</summary>
public sealed class EventSamplesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Calls.Tests/Events");

    [Fact]
    public void CallPublished_FirstShape_IsRead()
    {
        var message = JsonSerializer.Deserialize<CallPublished>(File.ReadAllText(Path.Combine(Folder, "CallPublished.1.json")), SystemTextJsonMessageSerializer.Options)!;

        Assert.Equal(("partners-for-a-remittance-study", 3, CallStates.Published), (message.Slug, message.Version, message.State));
        Assert.Equal("Partenaires pour une étude", message.Texts["fr"].Title);
        Assert.Equal(["GH", "PH"], message.CountriesWanted);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 16, 0, 0, TimeSpan.Zero), message.ClosesAt);
    }

    [Theory]
    [InlineData("CallPublished", typeof(CallPublished))]
    public void NewestSample_HasEveryMemberOfItsEvent(string name, Type type)
    {
        var newest = Directory.GetFiles(Folder, $"{name}.*.json").OrderBy(path => int.Parse(Path.GetFileName(path).Split('.')[1], null)).Last();
        var sample = JsonNode.Parse(File.ReadAllText(newest))!.AsObject();

        var members = type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Empty(members.Except(sample.Select(member => member.Key)));
    }
}
