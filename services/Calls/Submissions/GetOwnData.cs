using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Calls.Replies;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>All in which <see cref="ForgetSubmitter"/> makes somebody unknown.</summary>
internal static class GetOwnData
{
    public static async Task<Ok<object>> HandleAsync(Contributor member, CallsDbContext db, CancellationToken cancellationToken)
    {
        var sender = EnclosedFile.Of(member.Id);
        return TypedResults.Ok<object>(new
        {
            SentCalls = await db.Calls.Where(call => call.SubmittedBy == member.Id).OrderBy(call => call.Id)
                .Select(call => new { call.Id, call.Owner, call.Title, call.State, call.Slug }).ToListAsync(cancellationToken),
            Replies = await db.Replies.AsNoTracking().Where(reply => reply.MemberId == member.Id).OrderBy(reply => reply.Id)
                .Select(reply => new
                {
                    Call = db.Calls.Single(call => call.Id == reply.CallId).Title,
                    reply.Entity,
                    reply.Name,
                    reply.Country,
                    reply.NamesCountry,
                    reply.Offers,
                    reply.Message,
                    reply.SentAt,
                    reply.ChangedAt,
                    reply.Answers,
                })
                .ToListAsync(cancellationToken),
            Documents = await db.EnclosedFiles.Where(file => file.Sender == sender).OrderBy(file => file.Id)
                .Select(file => new { file.Name, file.ReplyId }).ToListAsync(cancellationToken),
            Acts = await db.Audit.Where(record => record.Actor == member.Actor).OrderBy(record => record.Id)
                .Select(record => new { record.At, record.Action, Call = record.SubjectId, record.Fields }).ToListAsync(cancellationToken),
        });
    }
}
