using PfP.Contracts.Calls;
using PfP.Testing;

namespace PfP.Calls.Tests.Events;

/// <summary>Every shape in which an event was ever published can still be read. Samples are added, never changed.</summary>
public sealed class EventSamplesTests
{
    private static readonly EventSamples Samples = new("tests/Calls.Tests/Events");

    [Fact]
    public void CallPublished_FirstShape_IsRead()
    {
        var message = Samples.Read<CallPublished>("CallPublished.1.json");

        Assert.Equal(("partners-for-a-remittance-study", 3, CallStates.Published), (message.Slug, message.Version, message.State));
        Assert.Equal("Partenaires pour une étude", message.Texts["fr"].Title);
        Assert.Equal(["GH", "PH"], message.CountriesWanted);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 16, 0, 0, TimeSpan.Zero), message.ClosesAt);
    }

    [Theory]
    [InlineData(typeof(CallPublished))]
    public void NewestSample_HasEveryMemberOfItsEvent(Type type) => Assert.Empty(Samples.MissingInTheNewest(type));
}
