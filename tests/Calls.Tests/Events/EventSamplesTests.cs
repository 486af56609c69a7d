using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
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

    [Fact]
    public void CallPublished_SecondShape_SaysWhoseItIsAndWhatTheyState()
    {
        var message = Samples.Read<CallPublished>("CallPublished.2.json");

        Assert.Equal("country:MD", message.Owner);
        Assert.Equal(new(new(2027, 3, 1), new(17, 0), "Europe/Chisinau", "minute"), message.Deadline);
        Assert.Equal(new DateTimeOffset(2027, 2, 10, 8, 0, 0, TimeSpan.Zero), message.DeadlineSetAt);
    }

    [Fact]
    public void StepsOfACall_FirstShape_AreRead()
    {
        var call = Guid.Parse("0190a0b0-0000-7000-8000-000000000009");

        Assert.Equal(
            new CallChanged(call, 4, CallChanges.Extended, new(2027, 2, 20, 8, 0, 0, TimeSpan.Zero)) { Reason = "Two ministries asked for more time." },
            Samples.Read<CallChanged>("CallChanged.1.json"));
        Assert.Equal(new CallOpened(call, new(2027, 1, 31, 23, 0, 0, TimeSpan.Zero)), Samples.Read<CallOpened>("CallOpened.1.json"));
        Assert.Equal(new CallClosed(call, new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero)), Samples.Read<CallClosed>("CallClosed.1.json"));
        Assert.Equal(
            new OutcomeDue(call, new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero), new(2027, 5, 30, 15, 0, 0, TimeSpan.Zero), new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero)),
            Samples.Read<OutcomeDue>("OutcomeDue.1.json"));
        Assert.Equal(
            new CallMoved(call, 2, SubmissionMoves.ChangesRequested, Guid.Parse("0190a0b0-0000-7000-8000-000000000003")) { Field = "ask" },
            Samples.Read<CallMoved>("CallMoved.1.json"));
    }

    [Fact]
    public void Replies_FirstShape_AreRead()
    {
        var (call, reply) = (Guid.Parse("0190a0b0-0000-7000-8000-000000000009"), Guid.Parse("0190a0b0-0000-7000-8000-000000000011"));

        Assert.Equal(new CallReplied(call, reply, 1, "country:MD", new(2027, 2, 20, 8, 0, 0, TimeSpan.Zero)), Samples.Read<CallReplied>("CallReplied.1.json"));
        Assert.Equal(
            new ReplyAnswered(call, reply, Guid.Parse("0190a0b0-0000-7000-8000-000000000003"), new(2027, 2, 21, 8, 0, 0, TimeSpan.Zero)),
            Samples.Read<ReplyAnswered>("ReplyAnswered.1.json"));
    }

    [Theory]
    [InlineData(typeof(CallPublished))]
    [InlineData(typeof(CallChanged))]
    [InlineData(typeof(CallOpened))]
    [InlineData(typeof(CallClosed))]
    [InlineData(typeof(OutcomeDue))]
    [InlineData(typeof(CallMoved))]
    [InlineData(typeof(CallReplied))]
    [InlineData(typeof(ReplyAnswered))]
    public void NewestSample_HasEveryMemberOfItsEvent(Type type) => Assert.Empty(Samples.MissingInTheNewest(type));
}
