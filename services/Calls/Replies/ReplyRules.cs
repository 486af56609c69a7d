using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Calls;
using PfP.Calls.Submissions;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Calls.Replies;

/// <summary>What a reply and an answer must say.</summary>
internal static class ReplyRules
{
    /// <summary>Why its page takes no replies now; null where it does.</summary>
    public static ProblemHttpResult? NoReplies(this Call call, DateTimeOffset now) =>
        !call.IsTakingRepliesAt(now) ? Refusals.NotNow(call.StatusAt(now) ?? call.State)
        : call.Content.ReplyMethod != ReplyMethods.Form ? TypedResults.Problem("Replies to this call are not given here.", statusCode: StatusCodes.Status409Conflict)
        : null;

    public static ProblemHttpResult MembersOnly() => TypedResults.Problem("Only members reply to this call.", statusCode: StatusCodes.Status409Conflict);

    public static IReadOnlyList<Breach> Check(ReplyForm form) => Check(form.Offers, form.Message, form.Files);

    public static IReadOnlyList<Breach> Check(GuestReplyForm form) =>
    [
        .. Line("name", form.Name),
        .. Line("organisation", form.Organisation),
        .. Breach.Require("email", Addresses.IsValid(form.Email?.Trim()), "It is no e-mail address."),
        .. Breach.Require("country", Typed.Given(form.Country) is not { } country || IsoCountries.Find(country.ToUpperInvariant()) is not null, "It is not an ISO 3166-1 alpha-2 code."),
        .. Breach.Require("language", Vocabulary.Languages.Find(form.Language) is not null, $"It is one of {string.Join(", ", Vocabulary.Languages.Select(language => language.Value))}."),
        .. Check(form.Offers, form.Message, form.Files),
    ];

    public static IReadOnlyList<Breach> Check(NewReplyAnswer answer) => Text("text", answer.Text, NewReplyAnswer.Longest);

    // A client of the API may send null for the list.
    private static IReadOnlyList<Breach> Check(IReadOnlyList<string>? offers, string? message, IReadOnlyList<SubmissionFile>? files) =>
    [
        .. Breach.Require("offers", offers is { Count: > 0 } && offers.All(ReplyOffers.All.Contains), $"It is one or more of {string.Join(", ", ReplyOffers.All)}."),
        .. Text("message", message, ReplyForm.LongestMessage),
        .. Typed.Rows(FileUpload.Field, files, file => [file.Label], ReplyForm.MostFiles),
    ];

    private static Breach[] Line(string field, string? text) =>
        Breach.Require(field, Typed.Given(text) is { } given && PlainText.IsLine(given, GuestReplyForm.LongestLine), $"It is one line of at most {GuestReplyForm.LongestLine} characters.");

    private static Breach[] Text(string field, string? text, int longest) =>
        Typed.Given(text) is { } given ? Typed.Text(field, given, longest) : [new Breach(field, "It is required.")];
}
