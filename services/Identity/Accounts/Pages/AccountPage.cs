using Microsoft.AspNetCore.Components;
using PfP.Design.Forms;
using PfP.Design.Languages;

namespace PfP.Identity.Accounts.Pages;

/// <summary>What every account page has at hand.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected FormErrors Errors { get; } = new();

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Where to go when all is done: a path of our own, whatever the address says.</summary>
    protected string? ReturnUrl => LocalPath.Or(Http.Request.Query["returnUrl"], null);

    /// <summary>A page is rendered once it has what it shows, and not before.</summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        // The parts of a page share one database context, so they load one after the other.
        var turn = (SemaphoreSlim)(Http.Items[typeof(AccountPage)] ??= new SemaphoreSlim(1));
        await turn.WaitAsync(Aborted);
        try
        {
            await LoadAsync();
        }
        finally
        {
            turn.Release();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>This page's own address.</summary>
    protected string Here => SiteLanguage.Local(Http.Request.Path + Http.Request.QueryString);

    /// <summary>A field as it was posted; passwords and codes are not shown again.</summary>
    protected string Posted(string field) => Http.Request.HasFormContentType ? Http.Request.Form[field].ToString() : "";

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The form is shown again, with what is wrong.</summary>
    protected void Refuse(string field, string message)
    {
        Errors.Add(field, message);
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    protected void RefuseForNow(TimeSpan wait, string message)
    {
        Refuse("", message);
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The link under which the form was opened has been used, or its time is over, meanwhile: the page says so itself.</summary>
    protected void ReportDeadLink() => Navigation.NavigateTo(Here);

    /// <summary>A page of the account, in the reader's language.</summary>
    protected void Go(string path) => Navigation.NavigateTo(SiteLanguage.Local(path));

    protected string WithReturn(string path) => ReturnUrl is { } url ? $"{path}?returnUrl={Uri.EscapeDataString(url)}" : path;
}
