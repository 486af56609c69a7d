using PfP.Calls.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Calls.Submissions;

/// <summary>What a form says, as the content of a call, and what it lacks for that.</summary>
internal sealed class CallTemplate(CallForm form)
{
    public const string NoWebAddress = "One of them is not a web address.";

    private const int TitleLimit = 150;
    private const int SummaryLimit = 800;
    private const int ContactLimit = 150;
    private const string Lead = "lead";
    private const string UnknownCountry = "One of them is not an ISO 3166-1 alpha-2 code.";

    private IEnumerable<SubmissionOrganisation> Organisations => form.Organisations.Where(organisation => Typed.Given(organisation.Name) is not null);

    private string[] Countries => Codes(form.Countries);

    private string[] CountriesWanted => Codes(form.CountriesWanted);

    /// <summary>Its words, once nothing is wrong with them.</summary>
    public CallTexts Texts => new(Typed.Given(form.Title)!, "human")
    {
        Summary = Typed.Given(form.Summary),
        Background = Typed.Given(form.Background),
        Ask = Typed.Given(form.Ask),
        ForWhom = Typed.Given(form.ForWhom),
    };

    /// <summary>What keeps it from being sent in, and from being published.</summary>
    public IReadOnlyList<Breach> Wrong(DateTimeOffset now) =>
    [
        .. Breach.Require("title", Typed.Given(form.Title) is { Length: <= TitleLimit } title && PlainText.IsLine(title, TitleLimit), $"It has a title of at most {TitleLimit} characters."),
        .. Breach.Require("type", Vocabulary.CallTypes.Find(form.Type) is not null, "Say what kind of call it is."),
        .. Breach.Require("countries", Array.TrueForAll(Countries, code => IsoCountries.Find(code) is not null), UnknownCountry),
        .. Breach.Require("countries", Countries.Length > 0 || Organisations.Any(organisation => organisation.Role == Lead), "Name the countries or organisations that call."),
        .. Breach.Require("organisations", Organisations.All(organisation => SubmissionOrganisation.Roles.Contains(organisation.Role)), "Say what part each organisation has."),
        .. Breach.Require("ask", Typed.Given(form.Ask) is not null, "Say what is asked for."),
        .. Breach.Require("forWhom", Typed.Given(form.ForWhom) is not null, "Say who is asked."),
        .. Breach.Require("themes", form.Themes.Distinct().Count() is >= 1 and <= 4, "Choose one to four themes."),
        .. Breach.Require("themes", form.Themes.All(theme => Vocabulary.Themes.Find(theme) is not null), "One of them is not in the vocabulary."),
        .. Breach.Require("countriesWanted", Array.TrueForAll(CountriesWanted, code => IsoCountries.Find(code) is not null), UnknownCountry),
        .. DeadlineRules.Check(form, now),
        .. Breach.Require("reply", ReplyMethods.All.Contains(form.ReplyMethod), "Say how the call is replied to."),
        .. Breach.Require("reply", form.ReplyMethod != ReplyMethods.Link || (Typed.Given(form.ReplyUrl) is { } url && Addresses.IsWeb(url)), "Give the web address at which replies are given."),
        .. Breach.Require("language", Vocabulary.Languages.Find(form.Language) is not null, "Choose the language in which it is written."),
        .. Breach.Require("links", Given(form.Links).All(link => Addresses.IsWeb(link.Url!)), NoWebAddress),
        .. Breach.Require(FileUpload.Field, form.Files.AreSaid(), "Say what each image shows."),
        .. WrongContact(),
        .. Breach.Require("summary", Typed.Given(form.Summary) is { Length: <= SummaryLimit }, $"It has a summary of at most {SummaryLimit} characters."),
    ];

    /// <summary>What of it is public, once nothing is wrong with it.</summary>
    public CallContent Build(DateTimeOffset at) => new()
    {
        Language = form.Language!,
        Texts = new Dictionary<string, CallTexts>
        {
            [form.Language!] = Texts,
        },
        Type = form.Type,
        Opens = DeadlineRules.Opening(form),
        Deadline = form.Deadline.Read(),
        Countries = Countries,
        CountriesWanted = CountriesWanted,
        Organisations = Named(Organisations.Where(organisation => organisation.Role == Lead)),
        Partners = Named(Organisations.Where(organisation => organisation.Role != Lead)),
        Themes = [.. form.Themes.Distinct().Select(theme => new Assigned(theme, Suggested: false))],
        DateAdded = DateOnly.FromDateTime(at.UtcDateTime),
        Links = [.. Given(form.Links).Select(link => new CallLink(link.Url!, link.Label))],
        Files = [.. form.Files.Select(file => new CallFile(file.Id, file.Name, Typed.Given(file.Label), FileType.Of(file.MediaType)?.Format, file.Bytes))],
        ReplyMethod = form.ReplyMethod,
        ReplyUrl = form.ReplyMethod == ReplyMethods.Link ? Typed.Given(form.ReplyUrl) : null,
        AdmitsGuests = form.ReplyMethod == ReplyMethods.Form && form.AdmitsGuests,
    };

    /// <summary>Those that have an address.</summary>
    public static IReadOnlyList<SubmissionLink> Given(IReadOnlyList<SubmissionLink> links) =>
        [.. links.Where(link => Typed.Given(link.Url) is not null).Select(link => new SubmissionLink(link.Url!.Trim(), Typed.Given(link.Label)))];

    private static string[] Codes(IReadOnlyList<string> codes) => [.. codes.Select(Typed.Given).OfType<string>().Select(code => code.ToUpperInvariant()).Distinct()];

    private static IReadOnlyList<NamedOrganisation> Named(IEnumerable<SubmissionOrganisation> organisations) =>
        [.. organisations.Select(organisation => TypedOrganisation.Of(organisation.Name!)).DistinctBy(name => name.Slug).Select(name => new NamedOrganisation(name.Slug, name.Name, name.Acronym, null))];

    // What is wrong is told without repeating it.
    private IEnumerable<Breach> WrongContact() => (Typed.Given(form.Contact?.Name), Typed.Given(form.Contact?.Email)) switch
    {
        (null, null) => [new Breach("contact", "Name an office that members may ask.")],
        var (name, email) =>
        [
            .. Breach.Require("contact", name is not null && PlainText.IsLine(name, ContactLimit), $"It names an office, in at most {ContactLimit} characters on one line."),
            .. Breach.Require("contact", Addresses.IsValid(email), "The e-mail address is not valid."),
        ],
    };
}
