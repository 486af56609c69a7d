using System.Text.RegularExpressions;

namespace PfP.ServiceDefaults.Input;

/// <summary>
/// The sites whose videos play in a page of ours, known by the address of the video; any other address is a plain link. The player is made of the video's
/// number there, so that nothing else of an address reaches a frame, and it is loaded only when a reader asks for it.
/// </summary>
public static partial class VideoPlayers
{
    private const string YouTube = "https://www.youtube-nocookie.com/embed/";
    private const string Vimeo = "https://player.vimeo.com/video/";

    // UN Web TV plays through the account that it has with Kaltura, and not through its other customers'.
    private const string UnitedNations = "https://cdnapisec.kaltura.com/p/2503451/";

    /// <summary>Below which all players are: what a page may show in a frame.</summary>
    public static IReadOnlyList<string> Sources { get; } = [YouTube, Vimeo, UnitedNations];

    /// <summary>The address of the player and the name of its site; null where we know none.</summary>
    public static (string Address, string Site)? Of(string? url)
    {
        url = url?.Trim() ?? "";
        return OnYouTube().Match(url) is { Success: true } tube ? ($"{YouTube}{tube.Groups["id"].Value}", "YouTube")
            : OnVimeo().Match(url) is { Success: true } vimeo ? ($"{Vimeo}{vimeo.Groups["id"].Value}?dnt=1", "Vimeo")
            : OnUnWebTv().Match(url) is { Success: true } un ? ($"{UnitedNations}embedPlaykitJs/uiconf_id/49754663?iframeembed=true&entry_id=1_{un.Groups["id"].Value}", "UN Web TV")
            : null;
    }

    [GeneratedRegex(@"\Ahttps://(((www|m)\.)?youtube\.com/(watch\?([A-Za-z0-9_=&.-]*&)?v=|embed/|live/|shorts/)|youtu\.be/)(?<id>[A-Za-z0-9_-]{11})([?&#][^\s]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OnYouTube();

    [GeneratedRegex(@"\Ahttps://((www|player)\.)?vimeo\.com/(video/)?(?<id>[0-9]{5,12})([?#][^\s]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OnVimeo();

    [GeneratedRegex(@"\Ahttps://webtv\.un\.org/[a-z]{2}/asset/k1[a-z0-9]/k1(?<id>[a-z0-9]{8})([?#][^\s]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OnUnWebTv();
}
