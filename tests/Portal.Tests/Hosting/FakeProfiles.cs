using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Vocabularies;

namespace PfP.Portal.Tests.Hosting;

/// <summary>The Migration Profiles of three countries, those of Malta hostile, that of Moldova a file; and what was told about them.</summary>
public sealed class FakeProfiles
{
    public const int Version = 3;

    public static readonly Guid Kenya = new("0190b6f0-0000-7000-8000-0000000000f1");
    public static readonly Guid Hostile = new("0190b6f0-0000-7000-8000-0000000000f2");

    public static readonly Guid Held = new("0190b6f0-0000-7000-8000-0000000000f4");

    private static readonly Guid Sent = new("0190b6f0-0000-7000-8000-0000000000f5");

    /// <summary>Where the document of <see cref="Held"/> is, and that of one that was sent.</summary>
    public static readonly string File = $"{MigrationProfiles.FilesAddress}/{Held}/Profile%20%C3%A9.pdf";
    public static readonly string SentFile = $"{MigrationProfiles.FilesAddress}/{Sent}/Sent.pdf";

    private static readonly MigrationProfileItem[] Items =
    [
        new(Kenya, "KE", "Kenya", 2018, "en", "https://example.org/profile.pdf", null, Version),
        new(new("0190b6f0-0000-7000-8000-0000000000f3"), "KE", "Kenya", 2012, "fr", "https://example.org/profil.pdf", "La migration au Kenya", 1),
        new(Hostile, "MT", "Malta", 2018, "en", "javascript:alert(1)", HostileSubmissions.Line, Version),
        new(Held, "MD", "Moldova", 2013, "en", File, null, Version),
    ];

    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Method, path, version, and body, oldest first.</summary>
    public IReadOnlyCollection<string> Told => told;

    /// <summary>Fields and messages with which it refuses to take anything.</summary>
    public IDictionary<string, string[]>? Wrong { get; set; }

    public static IReadOnlyList<MigrationProfileResponse> Of(Country country) =>
        [.. Items.Where(item => item.Country == country.Code).Select(item => new MigrationProfileResponse(item.Year, item.Language, item.Url, item.Title))];

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/catalogue/profiles");
        api.MapGet("/", (string country) => Items.Where(item => item.Country == country).ToList() is var items ? new Page<MigrationProfileItem>(country == "KE" ? 41 : items.Count, 1, 20, items) : null);
        api.MapGet("/{id:guid}", (Guid id) => Items.FirstOrDefault(item => item.Id == id) is { } item ? Results.Ok(item) : Results.NotFound());
        api.MapPost("/files/{country}", (string country, string name) =>
        {
            told.Enqueue($"POST /files/{country} {name}");
            return new SubmissionFile(Sent, null) { Name = "Sent.pdf", MediaType = "application/pdf", Bytes = 1 };
        });
        api.MapMethods("/{**path}", ["POST", "PUT"], async (string? path, HttpRequest request) =>
        {
            told.Enqueue($"{request.Method} /{path} {request.Headers.IfMatch} {await new StreamReader(request.Body).ReadToEndAsync()}");
            return Wrong is { } wrong ? TypedResults.ValidationProblem(wrong)
                : path is null || request.Headers.IfMatch == $"\"{Version}\"" ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        });
    }
}
