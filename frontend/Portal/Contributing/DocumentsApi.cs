using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.Portal.Text;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Contributing;

/// <summary>Submissions as documents, for those who see them as pages.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/contribute/{id:guid}/document", OwnAsync).RequireAuthorization(Policies.Member).WithNoStore().ExcludeFromDescription();
        routes.MapGet("/clearance/document", ClearanceAsync).WithNoStore().ExcludeFromDescription();
    }

    private static async Task<IResult> OwnAsync(Guid id, SubmissionsClient submissions, IStringLocalizer<ContributionTexts> words, CancellationToken cancellationToken)
    {
        var answer = await submissions.GetAsync(id, cancellationToken);
        return Document(answer.State, answer.Value?.Kind, answer.Value?.Form, answer.Value?.Owner, answer.Value?.ChangedAt, words);
    }

    private static async Task<IResult> ClearanceAsync(string? token, SubmissionsClient submissions, IStringLocalizer<ContributionTexts> words, CancellationToken cancellationToken)
    {
        var answer = await submissions.ClearanceAsync(token ?? "", cancellationToken);
        return Document(answer.State, answer.Value?.Kind, answer.Value?.Form, answer.Value?.Owner, answer.Value?.ChangedAt, words);
    }

    private static IResult Document(AnswerState state, string? kind, SubmissionForm? form, string? owner, DateTimeOffset? changedAt, IStringLocalizer<ContributionTexts> words)
    {
        if (form is null || changedAt is not { } at)
        {
            return TypedResults.StatusCode(state == AnswerState.Unreachable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        }

        var status = words["Document.Status", Entities.Name(owner!) ?? owner!, at.ToString("D", SiteLanguage.Current.Culture)];
        return new FileDownload(FileNames.Tidy($"{form.Title}.docx"), FileType.Docx.MediaType, WordDocument.Write(kind!, form, status, words));
    }
}
