using Microsoft.AspNetCore.Components;
using PfP.Design.Forms;

namespace PfP.Identity.Accounts.Pages;

/// <summary>What every account page has at hand.</summary>
public abstract class AccountPage : FormPage
{
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

    protected void RefuseForNow(TimeSpan wait, string message)
    {
        Refuse("", message);
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The link under which the form was opened has been used, or its time is over, meanwhile: the page says so itself.</summary>
    protected void ReportDeadLink() => Navigation.NavigateTo(Here);

    protected string WithReturn(string path) => ReturnUrl is { } url ? $"{path}?returnUrl={Uri.EscapeDataString(url)}" : path;
}
