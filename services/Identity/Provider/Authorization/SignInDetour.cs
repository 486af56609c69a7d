using System.Globalization;
using PfP.Design.Languages;
using PfP.Identity.Provider.Http;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Authorization;

/// <summary>
/// The way to the account pages and back. The way back says since when, so that a request which asked for a new sign-in recognises it.
/// A browser that lies there only fools itself: it could have left that wish out of the request.
/// </summary>
internal static class SignInDetour
{
    private const string Since = "signed_in_since";
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static IResult Begin(Parameters parameters, bool again, DateTimeOffset now)
    {
        var back = "/connect/authorize" + parameters.With(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).ToQuery();
        return new SeeOther(SiteLanguage.Local($"/account/sign-in?{(again ? "again&" : "")}returnUrl={Uri.EscapeDataString(back)}"));
    }

    public static bool IsDone(Parameters parameters, BrowserSession session, DateTimeOffset now) =>
        long.TryParse(parameters[Since], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && session.SignedInAt.ToUnixTimeSeconds() >= seconds
        && now.ToUnixTimeSeconds() - seconds is >= 0 and var passed && passed <= Patience.TotalSeconds;
}
