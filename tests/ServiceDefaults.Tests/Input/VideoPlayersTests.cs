using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults.Tests.Input;

public sealed class VideoPlayersTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData(" https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=30s ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtube.com/live/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1")]
    [InlineData("https://player.vimeo.com/video/76979871", "https://player.vimeo.com/video/76979871?dnt=1")]
    [InlineData("https://webtv.un.org/en/asset/k1o/k1o7stmi6p", "https://cdnapisec.kaltura.com/p/2503451/embedPlaykitJs/uiconf_id/49754663?iframeembed=true&entry_id=1_o7stmi6p")]
    public void Address_OnAKnownSite_HasAPlayer_BelowASourceThatPagesMayFrame(string url, string player)
    {
        var found = VideoPlayers.Of(url);

        Assert.Equal(player, found?.Address);
        Assert.Contains(VideoPlayers.Sources, source => player.StartsWith(source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ\" onload=\"alert(1)")]
    [InlineData("https://www.youtube.com/watch?v=short")]
    [InlineData("https://www.youtube.com/@channel")]
    [InlineData("https://vimeo.com/76979871/../../evil")]
    [InlineData("https://webtv.un.org/en/asset/k1o/../k1o7stmi6p")]
    [InlineData("https://cdnapisec.kaltura.com/p/1/embedPlaykitJs/x")]
    [InlineData("javascript:alert(1)//youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://example.org/video.mp4")]
    public void Address_OfAnythingElse_HasNone(string? url) => Assert.Null(VideoPlayers.Of(url));
}
