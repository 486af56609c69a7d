using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

internal sealed class SessionTemplate : SubmissionTemplate
{
    // Those of a summit take several days.
    private const int MostMinutes = 7 * 24 * 60;

    public override string Kind => EntryKinds.Session;

    public override bool IsOfMembers => false;

    public override IEnumerable<string> OrganisationNames(SubmissionForm form) => TypedPresentation.AllIn(form).SelectMany(presentation => presentation.Organisations);

    public override EntryTexts TextsOf(SubmissionTranslation written) => Common(written) with { Programme = Typed.Given(written.Programme) };

    public override EntryContent Fill(EntryContent content, SubmissionForm form, Func<string, string> organisation) => content with
    {
        Summits = Typed.Number(form.Summit) is { } summit ? [summit] : [],
        Session = new SessionDetails
        {
            SessionType = Typed.Given(form.Type),
            StartDate = Typed.Day(form.StartDate),
            EndDate = Typed.Day(form.EndDate),
            DurationMinutes = Typed.Number(form.Duration),
            Format = Typed.Given(form.Format),
            Place = Typed.Given(form.Place),
            // Where none is named, those count that the practices and tools name.
            Presentations = TypedPresentation.AllIn(form).Select(presentation => presentation.Build(organisation)).ToList() is { Count: > 0 } presentations ? presentations : null,
        },
    };

    public override IEnumerable<Breach> Wrong(SubmissionForm form) =>
    [
        .. Breach.Require("summit", Typed.Given(form.Summit) is null || Typed.Number(form.Summit) is not null, "It is the number of a summit."),
        .. Breach.Require("startDate", Typed.Given(form.StartDate) is null ? Typed.Given(form.EndDate) is null : Typed.Day(form.StartDate) is not null, "It is a day, such as 2026-03-14."),
        .. Breach.Require("endDate", Typed.Given(form.EndDate) is null || Typed.Day(form.EndDate) is not null, "It is a day, such as 2026-03-14."),
        .. Breach.Require("endDate", !(Typed.Day(form.EndDate) < Typed.Day(form.StartDate)), "It ends before it starts."),
        .. Breach.Require("duration", Typed.Given(form.Duration) is null || Typed.Number(form.Duration) is >= 1 and <= MostMinutes, "It is a number of minutes, such as 90."),
        .. TypedPresentation.AllIn(form).SelectMany(presentation => presentation.Wrong()).Distinct(),
    ];

    public override SubmissionForm Read(SubmissionForm form, EntryContent content, EntryTexts texts)
    {
        var session = content.Session ?? new();
        return form with
        {
            Type = session.SessionType ?? "",
            Summit = content.Summits.Count > 0 ? Typed.Of(content.Summits[0]) : "",
            StartDate = Typed.Of(session.StartDate),
            EndDate = Typed.Of(session.EndDate),
            Duration = Typed.Of(session.DurationMinutes),
            Format = session.Format ?? "",
            Place = session.Place ?? "",
            Programme = texts.Programme ?? "",
        };
    }

    public override EntryContent Over(EntryContent current, EntryContent before, EntryContent after) => current with
    {
        Summits = after.Summits.SequenceEqual(before.Summits) ? current.Summits : after.Summits,
        Session = Over(current.Session ?? new(), after.Session!, StoredJson.Changes(before.Session, after.Session!)),
    };

    private static SessionDetails Over(SessionDetails current, SessionDetails after, string[] changed) => current with
    {
        SessionType = changed.Contains("sessionType") ? after.SessionType : current.SessionType,
        StartDate = changed.Contains("startDate") ? after.StartDate : current.StartDate,
        EndDate = changed.Contains("endDate") ? after.EndDate : current.EndDate,
        DurationMinutes = changed.Contains("durationMinutes") ? after.DurationMinutes : current.DurationMinutes,
        Format = changed.Contains("format") ? after.Format : current.Format,
        Place = changed.Contains("place") ? after.Place : current.Place,
        // Whoever takes all of them out means that there are none.
        Presentations = changed.Contains("presentations") ? after.Presentations ?? [] : current.Presentations,
    };
}
