using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>A video as a form names it: with what makes it of use to those who do not hear it.</summary>
internal static class SubmittedVideo
{
    public const string Field = "video";

    public static Video? Of(SubmissionForm form) => Typed.Given(form.Video?.Url) is { } url
        ? new(url, form.Video!.Captions switch { "yes" => true, "no" => false, _ => null }, Typed.Given(form.Video.Transcript))
        : null;

    public static SubmissionVideo FormOf(Video? video) => new(video?.Url ?? "", video?.HasCaptions switch { true => "yes", false => "no", null => "" }, video?.Transcript ?? "");

    public static IEnumerable<Breach> Wrong(SubmissionForm form)
    {
        var video = Of(form);
        return video is null
            ? Breach.Require(Field, Typed.Given(form.Video?.Transcript) is null, "A transcript is of a video: give its address.")
            :
            [
                .. Breach.Require(Field, Addresses.IsSecureWeb(video.Url), "Its address begins with https."),
                .. Breach.Require(Field, video.HasCaptions is not null, "Say whether it has captions."),
                .. Breach.Require(Field, video.Transcript is null || Addresses.IsWeb(video.Transcript), "The transcript is at no web address."),
            ];
    }
}
