using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Catalogue.Vocabularies;

internal static class VocabulariesApi
{
    public static void MapVocabularies(this IEndpointRouteBuilder api) =>
        api.MapGet("vocabularies/{name}", Get).WithTags("vocabularies");

    private static Results<Ok<IReadOnlyList<VocabularyTerm>>, NotFound, ValidationProblem> Get(string name, string? lang)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        return Vocabulary.All.TryGetValue(name, out var terms)
            ? TypedResults.Ok<IReadOnlyList<VocabularyTerm>>(
                [.. terms.Select(term => new VocabularyTerm(term.Value, term.Label.In(lang), term.Description?.In(lang), term.Parent))])
            : TypedResults.NotFound();
    }
}
