using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using PfP.Gateway.Sessions;

namespace PfP.Gateway.Errors;

/// <summary>The gateway's own error page, in the language of the address, for when the portal cannot make one.</summary>
internal static class ErrorPage
{
    private static readonly ResourceManager Texts = new("PfP.Gateway.Errors.ErrorTexts", typeof(ErrorPage).Assembly);
    private static readonly string Template = Read("ErrorPage.html");

    // Of the provider, which has nothing to show there while its database is away.
    private static readonly string[] SignInPages = ["/account/sign-in", "/connect/authorize"];

    public static string Stylesheet { get; } = Read("error.css");

    public static string Render(HttpRequest request, int status, string stylesheet)
    {
        var problem = request.HttpContext.Features.Get<SignInProblem>();
        var language = PathLanguage.Of(problem?.ReturnUrl ?? request.Path);
        var culture = CultureInfo.GetCultureInfo(language);
        var kind = problem is null ? KindOf(request, status) : status >= 500 ? "NoSignIn" : "SignInFailed";
        var again = problem is null ? request.PathBase + request.Path + request.QueryString : $"{SessionsApi.LoginPath}?returnUrl={Uri.EscapeDataString(problem.ReturnUrl)}";
        string Text(string name) => HtmlEncoder.Default.Encode(Texts.GetString(name, culture)!);

        return new StringBuilder(Template)
            .Replace("{language}", language)
            .Replace("{site}", Text("Site"))
            .Replace("{stylesheet}", stylesheet)
            .Replace("{home}", language == "en" ? "/" : $"/{language}")
            .Replace("{title}", Text(kind + "Title"))
            .Replace("{text}", Text(kind + "Text"))
            .Replace("{againText}", Text("Again"))
            .Replace("{homeText}", Text("Home"))
            .Replace("{status}", status.ToString(CultureInfo.InvariantCulture))
            .Replace("{again}", HtmlEncoder.Default.Encode(again))
            .ToString();
    }

    private static string KindOf(HttpRequest request, int status) => status switch
    {
        >= 500 when SignInPages.Any(page => request.Path.Value!.EndsWith(page, StringComparison.Ordinal)) => "NoSignIn",
        StatusCodes.Status404NotFound => "Missing",
        StatusCodes.Status429TooManyRequests => "Busy",
        >= 500 => "Unavailable",
        _ => "Other",
    };

    private static string Read(string name)
    {
        using var stream = typeof(ErrorPage).Assembly.GetManifestResourceStream($"PfP.Gateway.Errors.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
