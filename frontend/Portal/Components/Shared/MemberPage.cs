using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PfP.Design.Forms;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.Portal.Searching;

namespace PfP.Portal.Components.Shared;

/// <summary>What pages for members have in common.</summary>
public abstract class MemberPage : FormPage
{
    private static readonly FormErrors None = new();

    [Inject]
    private IStringLocalizer<MemberTexts> Texts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected bool Saved => Http.Request.Query.ContainsKey("saved");

    protected int PageNumber => SearchQuery.From(Http.Request.Query).Page;

    /// <summary>The version that the reader saw when they decided.</summary>
    protected int PostedVersion => int.TryParse(Posted("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The same for every attempt to send the same form: see <see cref="AttemptField"/>.</summary>
    protected string PostedAttempt => Posted(AttemptField.Name);

    /// <summary>Which of the page's forms was sent.</summary>
    protected string PostedForm => Posted("_handler");

    /// <summary>What is wrong belongs to the form that was sent, not to the others on the page.</summary>
    protected FormErrors ErrorsOf(string form) => PostedForm == form ? Errors : None;

    protected static string Day(DateTimeOffset at) => at.ToString("D", SiteLanguage.Current.Culture);

    protected static string Day(DateOnly day) => day.ToString("D", SiteLanguage.Current.Culture);

    /// <summary>How long something has waited: today, or for how many days.</summary>
    protected string Age(DateTimeOffset since) =>
        (int)(Clock.GetUtcNow() - since).TotalDays is var days and > 0 ? Texts.Count("Age", days) : Texts["Age.Today"];

    /// <summary>Goes on when it is done; otherwise the form is shown again with what is wrong, at the field where it has one.</summary>
    private protected void Finish(Outcome outcome, string next)
    {
        if (outcome.IsDone)
        {
            Go(next);
        }
        else if (outcome.State == OutcomeState.Refused)
        {
            foreach (var (field, message) in outcome.Problems)
            {
                Refuse(field, message);
            }
        }
        else
        {
            Refuse("", Texts[$"Outcome.{outcome.State}"]);
        }
    }
}
