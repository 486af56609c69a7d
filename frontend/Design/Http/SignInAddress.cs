using Microsoft.AspNetCore.Http;
using PfP.Design.Languages;

namespace PfP.Design.Http;

/// <summary>Where one signs in and comes back from.</summary>
public static class SignInAddress
{
    /// <param name="context">Of the page to come back to; the home page where there is none.</param>
    public static string From(HttpContext? context) => To(context?.AskedFor() ?? "/");

    /// <param name="path">Of the page to go on to, without culture.</param>
    public static string To(string path) => $"/bff/login?returnUrl={Uri.EscapeDataString(SiteLanguage.Local(path))}";
}
