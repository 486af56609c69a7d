using PfP.Contracts.Calls;

namespace PfP.Calls.Tests.Calls;

public sealed class CallStatusesTests
{
    private static readonly DateTimeOffset Opens = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<DateTimeOffset, string> Moments => new()
    {
        { Opens.AddTicks(-1), CallStatuses.Upcoming },
        { Opens, CallStatuses.Open },
        { Closes.AddDays(-14).AddTicks(-1), CallStatuses.Open },
        { Closes.AddDays(-14), CallStatuses.ClosingSoon },
        { Closes.AddTicks(-1), CallStatuses.ClosingSoon },
        { Closes, CallStatuses.Closed },
    };

    [Theory, MemberData(nameof(Moments))]
    public void Status_AtAMoment_FollowsFromTheDates(DateTimeOffset now, string expected) =>
        Assert.Equal(expected, CallStatuses.At(now, CallStates.Published, Opens, Closes));

    [Theory, MemberData(nameof(Moments))]
    public void NextChange_FromAnyMoment_IsWhenTheStatusIsAnotherOne(DateTimeOffset now, string status)
    {
        var next = CallStatuses.NextChange(now, CallStates.Published, Opens, Closes);

        Assert.Equal(status == CallStatuses.Closed, next is null);
        if (next is { } moment)
        {
            Assert.Equal(status, CallStatuses.At(moment.AddTicks(-1), CallStates.Published, Opens, Closes));
            Assert.NotEqual(status, CallStatuses.At(moment, CallStates.Published, Opens, Closes));
        }
    }

    [Theory]
    [InlineData(CallStates.Cancelled, CallStates.Cancelled)]
    [InlineData(CallStates.Completed, CallStates.Completed)]
    [InlineData(CallStates.Archived, null)]
    public void Status_OfWhatIsOver_DoesNotFollowTheClock(string state, string? expected)
    {
        Assert.Equal(expected, CallStatuses.At(Opens, state, Opens, Closes));
        Assert.Null(CallStatuses.NextChange(Opens, state, Opens, Closes));
    }

    [Fact]
    public void Status_WithoutADeadline_StaysOpen() => Assert.Equal(CallStatuses.Open, CallStatuses.At(Closes.AddYears(10), CallStates.Published, null, null));
}
