using Microsoft.Extensions.Localization;
using PfP.Contracts.Calls.Api;
using PfP.Portal.Resources;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>How the forms of replies are read, and which texts say what is wrong with them.</summary>
internal static class ReplyFields
{
    public static ReplyForm Read(IFormCollection posted) => new()
    {
        Offers = [.. posted["offers"].OfType<string>()],
        Message = posted["message"],
        NamesCountry = posted["namesCountry"] == "true",
        Files = [.. SubmissionFields.ReadFiles(posted)],
    };

    /// <param name="language">Of the page: the guest's mails are written in it.</param>
    public static GuestReplyForm ReadGuest(IFormCollection posted, string language)
    {
        var reply = Read(posted);
        return new()
        {
            Name = posted["name"],
            Organisation = posted["organisation"],
            Email = posted["email"].ToString().Trim(),
            Country = Typed.Given(posted["country"]),
            NamesCountry = reply.NamesCountry,
            Language = language,
            Offers = reply.Offers,
            Message = reply.Message,
            Files = reply.Files,
        };
    }

    public static IEnumerable<(string Field, string Text)> Wrong(ReplyForm form)
    {
        if (form.Offers.Count == 0 || !form.Offers.All(ReplyOffers.All.Contains))
        {
            yield return ("offers", "Wrong.offers");
        }

        if (Typed.Given(form.Message) is not { } message)
        {
            yield return ("message", "Wrong.message");
        }
        else if (!PlainText.IsParagraphs(message, ReplyForm.LongestMessage))
        {
            yield return ("message", "Wrong.message.Long");
        }
    }

    public static IEnumerable<(string Field, string Text)> Wrong(GuestReplyForm form)
    {
        if (!IsLine(form.Name))
        {
            yield return ("name", "Wrong.name");
        }

        if (!IsLine(form.Organisation))
        {
            yield return ("organisation", "Wrong.organisation");
        }

        if (!Addresses.IsValid(form.Email))
        {
            yield return ("email", "Wrong.email");
        }

        if (form.Country is not null && Vocabularies.Countries.Find(form.Country) is null)
        {
            yield return ("country", "Wrong.country");
        }
    }

    /// <summary>Why a file is not taken; of a draft it is also said that the rest is saved.</summary>
    public static string Fault(IStringLocalizer<ReplyTexts> replyTexts, IStringLocalizer<ContributionTexts> common, string fault, string name) =>
        fault == nameof(FileFault.TooLarge) ? replyTexts["Fault.TooLarge", name] : common[$"Fault.{fault}", name];

    private static bool IsLine(string? text) => Typed.Given(text) is { } given && PlainText.IsLine(given, GuestReplyForm.LongestLine);
}
