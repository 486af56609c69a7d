using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Entries;

/// <summary>How the address of an entry answers that has none to show: 404 unknown, 301 merged into another, 410 withdrawn.</summary>
internal sealed class NoEntry : IResult, IEndpointMetadataProvider
{
    private readonly IResult answer;

    private NoEntry(IResult answer) => this.answer = answer;

    public static NoEntry Unknown { get; } = new(TypedResults.NotFound());

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(void)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status301MovedPermanently, typeof(void)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status410Gone, typeof(ProblemDetails), ["application/problem+json"]));
    }

    /// <summary>Withdrawn entries say when and why; all their versions are gone with them.</summary>
    public static NoEntry Gone(Entry entry) => new(TypedResults.Problem(
        statusCode: StatusCodes.Status410Gone,
        title: "This entry has been withdrawn.",
        detail: entry.WithdrawalReason,
        extensions: new Dictionary<string, object?> { ["withdrawnAt"] = entry.WithdrawnAt, ["reason"] = entry.WithdrawalReason }));

    /// <summary>The API address of the entry that a duplicate was merged into, however many steps away.</summary>
    public static async Task<NoEntry> MovedAsync(CatalogueDbContext db, Entry entry, string suffix, CancellationToken cancellationToken)
    {
        while (entry.MergedInto is { } target)
        {
            entry = await db.Entries.AsNoTracking().FirstAsync(other => other.Id == target, cancellationToken);
        }

        return new(TypedResults.Redirect($"/api/catalogue{EntryAddress.Of(entry.Kind, entry.Slug!)}{suffix}", permanent: true));
    }

    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);
}
