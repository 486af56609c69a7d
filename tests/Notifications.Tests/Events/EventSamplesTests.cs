using PfP.Contracts.Identity;
using PfP.Contracts.Mail;
using PfP.Testing;

namespace PfP.Notifications.Tests.Events;

/// <summary>Every shape in which an event was ever published can still be read. Samples are added, never changed.</summary>
public sealed class EventSamplesTests
{
    private static readonly EventSamples Samples = new("tests/Notifications.Tests/Events");
    private static readonly Guid Member = new("019a0000-0000-7000-8000-000000000001");
    private const string Hash = "5f0c6f2ac8b5b1cbf7ac2ea8b1c9b0f1d4b8b9aaf2b5e5a7f8d1c2b3a4958671";
    private static readonly DateTimeOffset At = new(2026, 1, 31, 8, 30, 0, TimeSpan.Zero);
    private static readonly MemberContact Contact = new("Officer for migration", "officer@example.org", "fr", "Africa/Dakar");

    [Fact]
    public void MemberApproved_FirstShape_IsRead()
    {
        var message = Samples.Read<MemberApproved>("MemberApproved.1.json");

        Assert.Equal((Member, 2, Contact, "country:SN", true), (message.MemberId, message.Version, message.Contact, message.Entity, message.Invited));
        Assert.Equal(["member", "focal_point"], message.Roles);
    }

    [Fact]
    public void MemberAppointed_FirstShape_IsRead()
    {
        var message = Samples.Read<MemberAppointed>("MemberAppointed.1.json");

        Assert.Equal((Member, 3, "country:SN", new(2027, 1, 31, 0, 0, 0, TimeSpan.Zero)), (message.MemberId, message.Version, message.Entity, message.Until));
        Assert.Equal(["focal_point"], message.Roles);
    }

    [Fact]
    public void MemberInterestsChanged_FirstShape_IsRead()
    {
        var message = Samples.Read<MemberInterestsChanged>("MemberInterestsChanged.1.json");

        Assert.Equal((Member, 3), (message.MemberId, message.Version));
        Assert.Equal(["remittances", "diaspora"], message.Offers);
    }

    [Fact]
    public void MemberRefused_FirstShape_IsRead() =>
        Assert.Equal(new(Member, 2, Contact, "Not a government."), Samples.Read<MemberRefused>("MemberRefused.1.json"));

    [Fact]
    public void MemberContactChanged_FirstShape_IsRead() =>
        Assert.Equal(new(Member, 3, Contact), Samples.Read<MemberContactChanged>("MemberContactChanged.1.json"));

    [Fact]
    public void MemberErased_FirstShape_IsRead() => Assert.Equal(new(Member, 4), Samples.Read<MemberErased>("MemberErased.1.json"));

    [Fact]
    public void IntroductionRequested_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-000000000009"), 1, Member, new("019a0000-0000-7000-8000-000000000002")),
        Samples.Read<IntroductionRequested>("IntroductionRequested.1.json"));

    [Fact]
    public void IntroductionAnswered_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-000000000009"), 2, Member, new("019a0000-0000-7000-8000-000000000002"), IntroductionAnswers.Accepted),
        Samples.Read<IntroductionAnswered>("IntroductionAnswered.1.json"));

    [Fact]
    public void EngagementOpened_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000c"), EngagementKinds.Offer, "Sending money home") { Owner = "country:KE" },
        Samples.Read<EngagementOpened>("EngagementOpened.1.json"));

    [Fact]
    public void EngagementAnswered_FirstShape_IsRead() => Assert.Equal(
        new(new("019a0000-0000-7000-8000-00000000000c"), 3, Member, "Sending money home") { Outcome = EngagementOutcomes.Agreed },
        Samples.Read<EngagementAnswered>("EngagementAnswered.1.json"));

    [Fact]
    public void DeviceSignedIn_FirstShape_IsRead() => Assert.Equal(
        new(Member, new("019a0000-0000-7000-8000-00000000000a"), new(2026, 1, 31, 8, 30, 0, TimeSpan.Zero), "Firefox, Linux"),
        Samples.Read<DeviceSignedIn>("DeviceSignedIn.1.json"));

    [Fact]
    public void AddressPaused_FirstShape_IsRead() => Assert.Equal(new(Hash, Member, "reset-password", "SMTP 550 5.1.1", At), Samples.Read<AddressPaused>("AddressPaused.1.json"));

    [Fact]
    public void AddressResumed_FirstShape_IsRead() => Assert.Equal(new(Hash, At), Samples.Read<AddressResumed>("AddressResumed.1.json"));

    [Fact]
    public void MailBounced_FirstShape_IsRead() =>
        Assert.Equal(new("0123456789abcdef0123456789abcdef", Hash, "5.1.1", At), Samples.Read<MailBounced>("MailBounced.1.json"));

    [Theory]
    [InlineData(typeof(AddressPaused))]
    [InlineData(typeof(AddressResumed))]
    [InlineData(typeof(MailBounced))]
    [InlineData(typeof(MemberApproved))]
    [InlineData(typeof(MemberAppointed))]
    [InlineData(typeof(MemberInterestsChanged))]
    [InlineData(typeof(MemberRefused))]
    [InlineData(typeof(MemberContactChanged))]
    [InlineData(typeof(MemberErased))]
    [InlineData(typeof(IntroductionRequested))]
    [InlineData(typeof(IntroductionAnswered))]
    [InlineData(typeof(EngagementOpened))]
    [InlineData(typeof(EngagementAnswered))]
    [InlineData(typeof(DeviceSignedIn))]
    public void NewestSample_HasEveryMemberOfItsEvent(Type type) => Assert.Empty(Samples.MissingInTheNewest(type));
}
