using System.Net;
using PfP.Contracts.Search.Api;
using PfP.Search.Tests.Hosting;

namespace PfP.Search.Tests.SynonymGroups;

/// <summary>A host of its own, with as many groups as there can be but three.</summary>
public sealed class SynonymLimitTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Groups_BeyondTheirNumber_Are422_AlsoAtTheSameTime()
    {
        await host.ScalarAsync<object>($$"""
            insert into synonym_groups (id, version, expressions, is_one_way, created_by)
            select gen_random_uuid(), 1, array['left' || number, 'right' || number], false, gen_random_uuid() from generate_series(1, {{SynonymLimits.MostGroups - 3}}) as number
            """);

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number =>
            host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, "/api/search/synonyms", new SynonymGroupRequest([$"up{number}", $"down{number}"], false), "moderator")));

        Assert.Equal((3, 3), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity)));
    }
}
