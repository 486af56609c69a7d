using PfP.Contracts.Search;
using PfP.Testing;

namespace PfP.Search.Tests.Events;

/// <summary>Every shape in which an event was ever published can still be read. Samples are added, never changed.</summary>
public sealed class EventSamplesTests
{
    private static readonly EventSamples Samples = new("tests/Search.Tests/Events");

    [Fact]
    public void SavedSearchMatched_FirstShape_IsRead()
    {
        var message = Samples.Read<SavedSearchMatched>("SavedSearchMatched.1.json");

        Assert.Equal(("Money sent home", "theme=remittances"), (message.Name, message.Query));
        var entry = Assert.Single(message.Entries);
        Assert.Equal(("practice", "/practices/sending-money-home", "en", "country:KE"), (entry.Kind, entry.Url, entry.Language, entry.Owner));
        Assert.Equal("Envoyer de l’argent", entry.Titles["fr"]);
    }

    [Fact]
    public void NewestSample_HasEveryMemberOfItsEvent() => Assert.Empty(Samples.MissingInTheNewest(typeof(SavedSearchMatched)));
}
