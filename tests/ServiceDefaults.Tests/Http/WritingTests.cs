using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.ServiceDefaults.Tests.Samples;

namespace PfP.ServiceDefaults.Tests.Http;

/// <summary>Creating with Idempotency-Key and editing with If-Match, as services do it.</summary>
public sealed class WritingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creation_RepeatedWithItsKey_MakesOneRowAndOneEvent()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);

        var first = await PostAsync(service, "form-17");
        var second = await PostAsync(service, "form-17");
        var other = await PostAsync(service, "form-18");

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(2, await service.ScalarAsync<long>("select count(*) from note"));
        Assert.Equal(2, await service.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task Creation_SentManyTimesAtOnceWithOneKey_MakesOneRow()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(service, "double-click")));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from note"));
        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task Creation_WithoutAKey_MakesARowEachTime()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);

        Assert.NotEqual(await PostAsync(service, null), await PostAsync(service, null));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData(129)]
    public async Task Creation_WithAKeyThatCannotBeKept_IsA400ThatNamesTheHeader(object key)
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);

        using var answer = await SendAsync(service, HttpMethod.Post, "/notes", "Idempotency-Key", key as string ?? new string('x', (int)key));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.BadRequest)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("W/\"1\"", HttpStatusCode.BadRequest)]
    public async Task Edit_OfVersionOne_NeedsItsTag(string? tag, HttpStatusCode expected)
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);
        var id = await PostAsync(service, null);

        using var answer = await SendAsync(service, HttpMethod.Put, $"/notes/{id}", "If-Match", tag);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? "\"2\"" : null, answer.Headers.ETag?.Tag);
        Assert.Equal(expected == HttpStatusCode.OK ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Edits_OfOneVersionAtOnce_LetOnePass()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await StartAsync(backing);
        var id = await PostAsync(service, null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(service, HttpMethod.Put, $"/notes/{id}", "If-Match", "\"1\"")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Equal(2, await service.ScalarAsync<int>("select version from note"));
    }

    private static async Task<Guid> PostAsync(NoteService service, string? key)
    {
        using var answer = await SendAsync(service, HttpMethod.Post, "/notes", "Idempotency-Key", key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
    }

    private static async Task<HttpResponseMessage> SendAsync(NoteService service, HttpMethod method, string path, string header, string? value)
    {
        using var request = new HttpRequestMessage(method, path);
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await service.Client.SendAsync(request, Cancellation);
    }

    private static async Task<NoteService> StartAsync(Backing backing)
    {
        var service = await NoteService.StartAsync(backing, dispatch: false, consume: false, map: app =>
        {
            app.MapPost("/notes", CreateAsync);
            app.MapPut("/notes/{id:guid}", EditAsync);
        });
        await service.MigratedAsync();
        return service;
    }

    private static async Task<Created<Note>> CreateAsync(NoteDbContext db, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var note = new Note(Guid.CreateVersion7(), "Remittances") { IdempotencyKey = key.Value };
        db.Add(note);
        db.Publish(new NoteWritten(note.Id, 1, note.Text));
        if (!await db.TryCreateAsync("note_idempotency", cancellationToken))
        {
            note = await db.Notes.SingleAsync(other => other.IdempotencyKey == key.Value, cancellationToken);
        }

        return TypedResults.Created($"/notes/{note.Id}", note);
    }

    private static async Task<IResult> EditAsync(Guid id, IfMatch match, NoteDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        var note = await db.Notes.SingleAsync(note => note.Id == id, cancellationToken);
        if (note.Version != match.Version)
        {
            return IfMatch.Outdated(note.Version);
        }

        note.Version++;
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.ETag = IfMatch.TagOf(note.Version);
        return TypedResults.Ok(note);
    }
}
