using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PfP.Design.Languages;

namespace PfP.Design.Forms;

/// <summary>What every page with forms has at hand.</summary>
public abstract class FormPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected FormErrors Errors { get; } = new();

    protected CancellationToken Aborted => Http.RequestAborted;

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>This page's own address.</summary>
    protected string Here => SiteLanguage.Local(Http.Request.Path + Http.Request.QueryString);

    /// <summary>A field as it was posted; passwords and codes are not shown again.</summary>
    protected string Posted(string field) => Http.Request.HasFormContentType ? Http.Request.Form[field].ToString() : "";

    /// <summary>The form is shown again, with what is wrong.</summary>
    protected void Refuse(string field, string message)
    {
        Errors.Add(field, message);
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>A page of this site, in the reader's language.</summary>
    protected void Go(string path) => Navigation.NavigateTo(SiteLanguage.Local(path));
}
