using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Groups;

/// <summary>Takes documents for a group one by one; they are shown once the group names them, and to those for whom it says they are.</summary>
internal static class WriteDocuments
{
    private const string ContentIndex = "working_group_files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> AddAsync(
        string slug, string name, HttpRequest request, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.FindGroupAsync(slug, cancellationToken) is not { } group)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.MayWrite(group))
        {
            return GroupAccess.NotTheirs();
        }

        var now = clock.GetUtcNow();
        var (kept, breach) = await db.KeepAsync(
            name, request.Body, upload => new GroupFile(group.Id, upload, now), db.GroupFiles.Where(other => other.GroupId == group.Id), WorkingGroups.MostDocuments, ContentIndex,
            () => db.Audit.Add(new AuditRecord(now, contributor.Actor, "document added", EntryKinds.WorkingGroup, group.Id, group.Version, [])), cancellationToken);
        return kept is null ? Breach.Answer([breach!]) : TypedResults.Ok(kept);
    }

    public static async Task<GroupResult> NameAsync(
        string slug, GroupDocumentsChange change, IfMatch match, Contributor contributor, CatalogueDbContext db, GroupTurn turn, CancellationToken cancellationToken)
    {
        var breaches = GroupRules.Check(change);
        IReadOnlyList<SubmissionFile> files = [];
        if (breaches.Count == 0)
        {
            var kept = await db.GroupFiles.Where(file => db.WorkingGroups.Any(group => group.Slug == slug && group.Id == file.GroupId)).AsInForms().ToListAsync(cancellationToken);
            IReadOnlyList<SubmissionFile> named = [.. change.Documents!.Select(document => new SubmissionFile(document.Id, document.Label))];
            (files, breaches) = named.Among(kept) switch
            {
                null => (files, [new Breach(FileUpload.Field, "A document is not one that was sent to this group.")]),
                { } known when !known.AreSaid() => (files, [new Breach(FileUpload.Field, "Of an image it has to be said what it shows.")]),
                { } known => (known, breaches),
            };
        }

        return await turn.PlayAsync(slug, match, contributor, "documents named", breaches, content => content with
        {
            Documents =
            [
                .. files.Select(file => new DocumentRecord(
                    file.Id, file.Name, file.MediaType, (int)file.Bytes, Typed.Given(file.Label),
                    change.Documents!.First(document => document.Id == file.Id).For == GroupReaders.Everyone)),
            ],
        }, cancellationToken);
    }
}
