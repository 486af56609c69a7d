using Npgsql;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Search;
using PfP.Search.SavedSearches;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.SavedSearches;

/// <summary>From a publication to what followers of a search are told, once.</summary>
public sealed class FollowTests(FollowHost host) : IClassFixture<FollowHost>
{
    private static int next;

    private readonly int number = Interlocked.Add(ref next, 1000);

    private string Word => $"unseen{number}word";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_Entry_IsToldWithWhatAMailNeeds()
    {
        await using var events = await PublishedEvents.ListenAsync(host.MessagingAddress, "search", Cancellation);
        var member = Guid.CreateVersion7();
        var search = await host.SaveAsync($"q={Word}", member);
        var entry = Entries.New(number, $"One {Word}") with { Owner = "country:MD" };
        entry = entry with { Texts = new Dictionary<string, EntryText>(entry.Texts) { ["fr"] = new($"Un {Word}", "Résumé", "Corps", "human") } };

        await host.PublishAsync(entry);

        var told = await events.OneAsync<SavedSearchMatched>(matched => matched.SearchId == search.Id);
        Assert.Equal((member, "A search", $"q={Word}"), (told.MemberId, told.Name, told.Query));
        var matched = Assert.Single(told.Entries);
        Assert.Equal(("practice", entry.EntryId, entry.Url, "en", "country:MD"), (matched.Kind, matched.Id, matched.Url, matched.Language, matched.Owner));
        Assert.Equal(new Dictionary<string, string> { ["en"] = $"One {Word}", ["fr"] = $"Un {Word}" }, matched.Titles);
    }

    [Fact]
    public async Task Published_Again_IsToldOnce()
    {
        var search = await host.SaveAsync($"q={Word}");
        await host.PublishAsync(Entries.New(number, $"First {Word}"));
        await host.IsRunAsync(search);

        await host.PublishAsync(Entries.New(number, $"Second {Word}", version: 2));
        await host.PublishAsync(Entries.Id(number), new EntryWithdrawn(Entries.Id(number), 3, "practice", $"entry-{number}", DateTimeOffset.UnixEpoch, "A test."));
        await host.PublishAsync(Entries.New(number, $"Fourth {Word}", version: 4));
        await host.IsRunAsync(search);

        Assert.Equal([Entries.Id(number)], await host.ToldAsync(search));
    }

    [Fact]
    public async Task Published_BeforeTheSearchWasSaved_IsNotTold()
    {
        await host.PublishAsync(Entries.New(number, $"Older {Word}"));
        var (search, archive) = (await host.SaveAsync($"q={Word}"), await host.SaveAsync("q=lighthouse"));

        await host.PublishAsync(host.Archived with { Version = 2, Owner = "country:KE" });
        await host.PublishAsync(Entries.New(number, $"Older, changed {Word}", version: 2));
        await host.PublishAsync(Entries.New(number + 1, $"Newer {Word}"));
        await host.IsRunAsync(search);
        await host.IsRunAsync(archive);

        Assert.Equal([Entries.Id(number + 1)], await host.ToldAsync(search));
        Assert.Empty(await host.ToldAsync(archive));
    }

    [Theory]
    [InlineData("country=MD&partner=CH", new[] { 1 })]
    [InlineData("q={0}&theme=remittances", new[] { 1, 3 })]
    [InlineData("q={0}&kind=tool", new[] { 2 })]
    [InlineData("q=\"{0} harbour\"", new[] { 3 })]
    [InlineData("q={0}&country=MD&country=KE&lang=fr", new[] { 1, 2, 4 })]
    [InlineData("q={0}&callStatus=open", new[] { 4 })]
    [InlineData("q={0}&has=lessons&yearFrom=2020", new[] { 2 })]
    public async Task Published_IsToldWhereTheSearchPageShowsIt(string query, int[] expected)
    {
        query = string.Format(System.Globalization.CultureInfo.InvariantCulture, query, Word);
        var search = await host.SaveAsync(query);
        await host.PublishAsync(Entries.New(number + 1, $"One {Word}") with { Countries = [new("MD", "lead"), new("CH", "funder")], Themes = [new("remittances", false)] });
        await host.PublishAsync(Entries.New(number + 2, $"Two {Word}") with { Kind = "tool", Countries = [new("KE", "lead")], Has = ["lessons"], StartYear = 2021 });
        await host.PublishAsync(Entries.New(number + 3, $"Three {Word} harbour") with { Themes = [new("remittances", true)] });
        await host.PublishAsync(Entries.Id(number + 4), Tests.Calls.New(number + 4, $"Four {Word}"), host.Calls);
        await host.IsRunAsync(search);

        var shown = (await host.SearchAsync(query)).Hits.Select(hit => hit.Id).ToHashSet();
        Assert.Equal(expected.Select(entry => Entries.Id(number + entry)), (await host.ToldAsync(search)).Order());
        Assert.Equal(expected.Select(entry => Entries.Id(number + entry)), shown.Where(id => id.CompareTo(Entries.Id(number)) > 0 && id.CompareTo(Entries.Id(number + 9)) < 0).Order());
    }

    [Fact]
    public async Task Index_BuiltAnew_TellsNothingAgain()
    {
        var search = await host.SaveAsync($"q={Word}");
        await host.PublishAsync(Entries.New(number, $"Survivor {Word}"));
        await host.IsRunAsync(search);

        var before = File.ReadAllText(Path.Combine(host.IndexPath, "current"));
        await host.ScalarAsync<object>($"insert into rebuild (id, requested_at) values ('{Guid.CreateVersion7()}', now())");
        await Eventually.TrueAsync(() => File.ReadAllText(Path.Combine(host.IndexPath, "current")) != before, "the index is built anew");
        Directory.Delete(host.IndexPath, recursive: true);
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(host.IndexPath, "current")), "the index is built anew after its loss", TimeSpan.FromSeconds(30));
        await host.PublishAsync(Entries.New(number + 1, $"After {Word}"));
        await host.IsRunAsync(search);

        Assert.Equal([Entries.Id(number), Entries.Id(number + 1)], await host.ToldAsync(search));
    }

    [Fact]
    public async Task Withdrawn_BeforeItWasTold_IsNotTold()
    {
        var search = await host.SaveAsync($"q={Word}");
        await using (await host.HoldAsync(search))
        {
            await host.PublishAsync(Entries.New(number, $"Withdrawn {Word}"));
            await host.PublishAsync(Entries.New(number + 1, $"Left {Word}"));
            await host.PublishAsync(Entries.Id(number), new EntryWithdrawn(Entries.Id(number), 2, "practice", $"entry-{number}", DateTimeOffset.UnixEpoch, "A test."));
        }

        await host.IsRunAsync(search);

        Assert.Equal([Entries.Id(number + 1)], await host.ToldAsync(search));
    }

    [Fact]
    public async Task Search_HeldByAReplicaThatDies_IsToldOnceAfterwards_AndOthersMeanwhile()
    {
        var (held, other) = (await host.SaveAsync($"q={Word}"), await host.SaveAsync($"q={Word}"));
        await using (await host.HoldAsync(held))
        {
            await host.PublishAsync(Entries.New(number, $"One {Word}"));
            await host.IsRunAsync(other);
            Assert.Empty(await host.ToldAsync(held));
        }

        await host.IsRunAsync(held);

        Assert.Equal([Entries.Id(number)], await host.ToldAsync(held));
        Assert.Equal([Entries.Id(number)], await host.ToldAsync(other));
    }

    [Fact]
    public async Task Search_WhoseCursorCannotBeSaved_TellsNothingUntilItCan()
    {
        var search = await host.SaveAsync($"q={Word}");
        // A sequence counts what is rolled back, too.
        await host.ScalarAsync<object>($"""
            create sequence attempts;
            create function refuse() returns trigger language plpgsql as $$ begin perform nextval('attempts'); raise 'not now'; end $$;
            create trigger refuse before update on saved_searches for each row when (new.id = '{search.Id}') execute function refuse();
            """);
        await host.PublishAsync(Entries.New(number, $"One {Word}"));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>("select last_value from attempts") >= 2, "it was tried twice");
        Assert.Empty(await host.ToldAsync(search));

        await host.ScalarAsync<object>("drop trigger refuse on saved_searches; drop function refuse(); drop sequence attempts");
        await host.IsRunAsync(search);

        Assert.Equal([Entries.Id(number)], await host.ToldAsync(search));
    }

    [Fact]
    public async Task Arrival_ThatIsCommittedAfterALaterOne_IsToldAsWell()
    {
        var search = await host.SaveAsync($"q={Word}");
        await using var slow = new NpgsqlConnection(host.DatabaseConnectionString);
        await slow.OpenAsync(Cancellation);
        await using (var enter = new NpgsqlCommand($"begin; select pg_advisory_xact_lock_shared({Arrivals.Lock}); insert into arrivals (id) values ('{Entries.Id(number)}')", slow))
        {
            await enter.ExecuteNonQueryAsync(Cancellation);
        }
        await host.Catalogue.PublishAsync(Entries.Id(number), Entries.New(number, $"Slow {Word}"));
        await host.PublishAsync(Entries.New(number + 1, $"Fast {Word}"));
        await Eventually.TrueAsync(
            async () => await host.ScalarAsync<bool>("select exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted)"), "the slow one is waited for");
        Assert.Empty(await host.ToldAsync(search));

        await using (var commit = new NpgsqlCommand("commit", slow))
        {
            await commit.ExecuteNonQueryAsync(Cancellation);
        }
        await host.IsRunAsync(search);

        Assert.Equal([Entries.Id(number), Entries.Id(number + 1)], await host.ToldAsync(search));
    }

    [Fact]
    public async Task Search_ThatCannotBeReadAnyMore_KeepsNoOtherWaiting()
    {
        var broken = await host.SaveAsync($"q={Word}");
        await host.ScalarAsync<object>($"update saved_searches set query = 'country=Moldova' where id = '{broken.Id}'");
        var search = await host.SaveAsync($"q={Word}");

        await host.PublishAsync(Entries.New(number, $"One {Word}"));
        await host.IsRunAsync(search);
        await host.IsRunAsync(broken);

        Assert.Equal([Entries.Id(number)], await host.ToldAsync(search));
        Assert.Empty(await host.ToldAsync(broken));
    }

    [Fact]
    public async Task Published_Many_AreToldAHundredAtATime()
    {
        var (search, other) = (await host.SaveAsync($"q={Word}"), await host.SaveAsync("q=nothing"));
        Guid[] entries = [.. Enumerable.Range(number, 130).Select(Entries.Id)];
        await using (await host.HoldAsync(search))
        {
            await Task.WhenAll(Enumerable.Range(number, 130).Select(entry => host.PublishAsync(Entries.New(entry, $"Entry {Word}"))));
            // Whoever tells of the search now does so knowing of them all.
            await host.IsRunAsync(other);
        }

        await host.IsRunAsync(search);

        Assert.Equal(entries.Order(), (await host.ToldAsync(search)).Order());
        Assert.Equal(100, await host.ScalarAsync<int>($"select max(entries) from told where search = '{search.Id}'"));
    }
}
