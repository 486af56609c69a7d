using Microsoft.AspNetCore.Http;
using PfP.Design.Languages;

namespace PfP.Design.Http;

/// <summary>Where one signs in and comes back from.</summary>
public static class SignInAddress
{
    /// <param name="context">Of the page to come back to; the home page where there is none.</param>
    public static string From(HttpContext? context) => $"/bff/login?returnUrl={Uri.EscapeDataString(SiteLanguage.Local(context?.AskedFor() ?? "/"))}";
}
