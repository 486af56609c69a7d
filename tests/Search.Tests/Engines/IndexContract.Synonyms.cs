using PfP.Search.Text;

namespace PfP.Search.Tests.Engines;

/// <summary>What synonyms do that the secretariat has added.</summary>
public abstract partial class IndexContract
{
    [Fact]
    public async Task Search_ForAnAddedSynonym_FindsItsGroup_AndWhatIsKnownToMeanTheSame()
    {
        var added = new AddedSynonyms(1, [(["Great Gathering", "GFMD"], false)]);
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Notes of the great gathering")),
            Entries.Published(Entries.New(2, "The Global Forum on Migration and Development")),
            Entries.Published(Entries.New(3, "A gathering of great people")));

        Assert.Equal(["entry-1", "entry-2"], await FoundAsync("great gatherings", added));
        Assert.Equal(["entry-1", "entry-2"], await FoundAsync("FMMD", added));
        Assert.Equal(["entry-2"], await FoundAsync("FMMD", AddedSynonyms.None));
        Assert.Equal(["entry-1", "entry-3"], await FoundAsync("great gatherings", AddedSynonyms.None));
        Assert.Equal(["entry-1"], await FoundAsync("\"great gathering\"", added));
    }

    [Fact]
    public async Task Search_ForAnAddedSynonym_OneWay_IsNotFoundByTheOthers()
    {
        var added = new AddedSynonyms(1, [(["lamplight", "lantern"], true), (["torch", "lamplight"], false)]);
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Lantern repair")), Entries.Published(Entries.New(2, "Lamplight repair")), Entries.Published(Entries.New(3, "Torch repair")));

        Assert.Equal(["entry-1", "entry-2", "entry-3"], await FoundAsync("lamplight", added));
        Assert.Equal(["entry-1", "entry-2", "entry-3"], await FoundAsync("torches repair", added));
        Assert.Equal(["entry-1"], await FoundAsync("lantern", added));
    }

    [Fact]
    public async Task FindAmong_AndMaps_FollowAddedSynonyms()
    {
        var request = Ask.Request("q=lamplight") with { Synonyms = new AddedSynonyms(1, [(["lamplight", "lantern"], false)]) };
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Lantern repair") with { Countries = [new("KE", "lead")] }), Entries.Published(Entries.New(2, "Other") with { Countries = [new("FJ", "lead")] }));

        var among = await Index.FindAmongAsync(request, new HashSet<Guid> { Entries.Id(1), Entries.Id(2) }, TestContext.Current.CancellationToken);
        var map = await Index.MapAsync(request, 1, TestContext.Current.CancellationToken);

        Assert.Equal(Entries.Id(1), Assert.Single(among).Id);
        Assert.Equal("KE", Assert.Single(map.Countries).Code);
    }

    private async Task<IEnumerable<string>> FoundAsync(string text, AddedSynonyms added) =>
        (await Index.SearchAsync(Ask.Request($"q={Uri.EscapeDataString(text)}") with { Synonyms = added }, TestContext.Current.CancellationToken)).Hits.Select(hit => hit.Slug).Order();
}
