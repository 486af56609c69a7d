using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Events;

/// <summary>Every shape in which an event was ever published can still be read. Samples are added, never changed.</summary>
public sealed class EventSamplesTests
{
    private static readonly EventSamples Samples = new("tests/Catalogue.Tests/Events");

    [Fact]
    public void EntryPublished_FirstShape_IsRead()
    {
        var message = Samples.Read<EntryPublished>("EntryPublished.1.json");

        Assert.Equal(("practice", "sending-money-home", 2), (message.Kind, message.Slug, message.Version));
        Assert.Equal("Envoyer de l’argent", message.Texts["fr"].Title);
        Assert.Equal(new EntryCountry("KE", "lead"), Assert.Single(message.Countries));
        Assert.Equal(new EntryTag("remittances", true), Assert.Single(message.Themes));
        Assert.Equal(new EntrySummit(10, 2017, "Berlin"), Assert.Single(message.Summits));
        Assert.Equal(["lessons"], message.Has);
        Assert.Equal(new DateOnly(2017, 6, 28), message.DateAdded);
    }

    [Fact]
    public void EntryPublished_WithItsOwner_IsRead()
    {
        Assert.Equal("country:KE", Samples.Read<EntryPublished>("EntryPublished.2.json").Owner);
        Assert.Null(Samples.Read<EntryPublished>("EntryPublished.1.json").Owner);
    }

    [Fact]
    public void EntryPublished_OfARecommendation_IsRead()
    {
        var message = Samples.Read<EntryPublished>("EntryPublished.3.json");

        Assert.Equal((EntryKinds.Recommendation, "/recommendations/exchange-records", "Round Table 1.1"), (message.Kind, message.Url, message.Texts["en"].Body));
        Assert.Equal(new EntrySummit(12, 2020, "Abu Dhabi"), Assert.Single(message.Summits));
    }

    [Fact]
    public void EntryWithdrawn_FirstShape_IsRead()
    {
        var message = Samples.Read<EntryWithdrawn>("EntryWithdrawn.1.json");

        Assert.Equal((3, "practice", "sending-money-home", "Replaced."), (message.Version, message.Kind, message.Slug, message.Reason));
    }

    [Fact]
    public void EntriesViewed_FirstShape_IsRead()
    {
        var message = Samples.Read<EntriesViewed>("EntriesViewed.1.json");

        Assert.Equal(new EntryViews("practice", "sending-money-home", 12, 3), Assert.Single(message.Entries));
        Assert.Equal(new DateOnly(2026, 1, 31), message.Day);
    }

    [Fact]
    public void EntriesViewed_WithFiles_IsRead()
    {
        var message = Samples.Read<EntriesViewed>("EntriesViewed.2.json");

        Assert.Equal(new FileDownloads(new("019a0000-0000-7000-8000-00000000000f"), 3), Assert.Single(message.Files));
        Assert.Empty(Samples.Read<EntriesViewed>("EntriesViewed.1.json").Files);
    }

    [Fact]
    public void SubmissionMoved_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000b"), 4, SubmissionMoves.ChangesRequested, new("019a0000-0000-7000-8000-000000000001")) { Field = "summary" },
        Samples.Read<SubmissionMoved>("SubmissionMoved.1.json"));

    [Fact]
    public void ReviewDue_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000c"), "sending-money-home", "Sending money home", "country:MD", new(2026, 1, 31)),
        Samples.Read<ReviewDue>("ReviewDue.1.json"));

    [Fact]
    public void ReviewDue_WithItsKind_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000c"), "handbook", "A handbook", "country:MD", new(2026, 1, 31)) { Kind = EntryKinds.Tool },
        Samples.Read<ReviewDue>("ReviewDue.2.json"));

    [Fact]
    public void EntryMerged_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000d"), 3, "Sending money home", "country:MD", "/practices/remittances"),
        Samples.Read<EntryMerged>("EntryMerged.1.json"));

    [Theory]
    [InlineData(typeof(EntryPublished))]
    [InlineData(typeof(EntryWithdrawn))]
    [InlineData(typeof(EntriesViewed))]
    [InlineData(typeof(SubmissionMoved))]
    [InlineData(typeof(ReviewDue))]
    [InlineData(typeof(EntryMerged))]
    public void NewestSample_HasEveryMemberOfItsEvent(Type type) => Assert.Empty(Samples.MissingInTheNewest(type));
}
