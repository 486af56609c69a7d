using PfP.Design.Languages;
using PfP.Portal.Clients;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Contributing;

/// <summary>One mail of a call as mail programs show it, for a frame of the page that lists them.</summary>
internal static class CallMailsApi
{
    /// <summary>In the language of the mail, which need not be that of the page.</summary>
    public static string PathOf(Guid id, string key, string language) => $"/desk/calls/{id}/mails/{Uri.EscapeDataString(key)}?lang={language}";

    public static void MapCallMails(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/calls/{id:guid}/mails/{key}", ShowAsync).RequireAuthorization(Policies.Moderator).WithNoStore().ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(Guid id, string key, string? lang, CallMailPreviews previews, HttpResponse response, CancellationToken cancellationToken)
    {
        var answer = await previews.ReadAsync(id, (SiteLanguage.Find(lang) ?? SiteLanguage.English).Code, cancellationToken);
        if (answer.Value?.Mails.FirstOrDefault(mail => mail.Key == key) is not { } found)
        {
            return TypedResults.StatusCode(answer.State == AnswerState.Unreachable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        }

        response.Headers.ContentSecurityPolicy = MailPreviews.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(found.Mail.Html, "text/html; charset=utf-8");
    }
}
