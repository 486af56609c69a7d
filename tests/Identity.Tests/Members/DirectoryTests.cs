using System.Net;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members.Directory;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class DirectoryTests(IdentityHost host)
{
    [Fact]
    public async Task Directory_HoldsCurrentMembersOnly()
    {
        var word = Peers.Word();
        var member = await host.PeerAsync($"{word} Member");
        await host.AddAsync(host.Waiting($"{word} Waiting"));
        var expired = await host.PeerAsync($"{word} Expired", term: TimeSpan.FromDays(1));
        var ended = await host.PeerAsync($"{word} Ended");
        await host.ChangeAsync(ended, peer => peer.End(null, host.Clock.GetUtcNow()));
        host.Clock.Advance(TimeSpan.FromDays(2));
        using var desk = host.DeskOf(member);
        using var staff = new Desk(host);

        var page = await desk.ReadAsync<Page<MemberSummary>>($"directory?q={word}");

        Assert.Equal((1, member.Id), (page.Total, Assert.Single(page.Items).Id));
        Assert.Equal(1, (await staff.ReadAsync<Page<MemberSummary>>($"directory?q={word}")).Total);
        using var profile = await staff.SendAsync(HttpMethod.Get, $"directory/{expired.Id}");
        Assert.Equal(HttpStatusCode.NotFound, profile.StatusCode);
    }

    [Theory]
    [InlineData("François Müller-Ñandú", "Francois muller")]
    [InlineData("François Müller-Ñandú", "FRANÇOIS nandu")]
    [InlineData("Sample Officer", "oficer")]
    public async Task Name_WithOtherAccentsOrALetterWrong_IsFound(string name, string written)
    {
        var word = Peers.Word();
        var member = await host.PeerAsync($"{name} {word}");
        using var desk = host.DeskOf(member);

        var page = await desk.ReadAsync<Page<MemberSummary>>($"directory?q={Uri.EscapeDataString($"{written} {word}")}");

        Assert.Equal(member.Id, Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task Filters_NarrowTogetherAndTheTotalIsExact()
    {
        var word = Peers.Word();
        var iom = await host.PeerAsync(
            $"B {word}", new() { Offers = ["diaspora"], Seeks = ["integration"], Languages = ["ar", "fr"] }, new("CH", $"Organización {word}", "intergovernmental", null, "Officer"));
        await host.PeerAsync($"A {word}", new() { Offers = ["diaspora"] }, new("KE", null, "national-government", "Ministry", "Officer"));
        using var desk = host.DeskOf(iom);

        foreach (var filter in new[] { "country=CH", "country=ch", $"organisation=organizacion%20{word}", "type=intergovernmental", "seeks=integration", "language=ar", "country=CH&offers=diaspora&language=fr" })
        {
            Assert.Equal(iom.Id, Assert.Single((await desk.ReadAsync<Page<MemberSummary>>($"directory?q={word}&{filter}")).Items).Id);
        }

        var second = await desk.ReadAsync<Page<MemberSummary>>($"directory?q={word}&offers=diaspora&pageSize=1&page=2");
        Assert.Equal((2, 1), (second.Total, second.Items.Count));
        Assert.Equal(0, (await desk.ReadAsync<Page<MemberSummary>>($"directory?q={word}&country=FR")).Total);
    }

    [Theory]
    [InlineData("country=ZZ")]
    [InlineData("type=nonsense")]
    [InlineData("offers=nonsense")]
    [InlineData("seeks=nonsense")]
    [InlineData("language=xx")]
    [InlineData("q=a%00b")]
    [InlineData("pageSize=101")]
    [InlineData("page=1000")]
    public async Task Query_ThatCannotBe_IsRefusedByName(string query)
    {
        using var desk = new Desk(host, Roles.Member);

        using var answer = await desk.SendAsync(HttpMethod.Get, $"directory?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{query.Split('=')[0]}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_WithoutWords_IsByNameWithoutAccents()
    {
        var word = Peers.Word();
        foreach (var name in new[] { "Zoe", "Émile", "eva", "Dina" })
        {
            await host.PeerAsync($"{name} {word}", affiliation: new("CH", word, "intergovernmental", null, null));
        }

        using var desk = new Desk(host, Roles.Member);
        var page = await desk.ReadAsync<Page<MemberSummary>>($"directory?organisation={word}");

        Assert.Equal(["Dina", "Émile", "eva", "Zoe"], page.Items.Select(member => member.Name.Split(' ')[0]));
    }

    [Fact]
    public async Task Name_ThatIsMeant_ComesBeforeWhatIsMerelyAlike()
    {
        var word = Peers.Word();
        await host.PeerAsync("Another Name", affiliation: new("CH", $"Office {word}", "intergovernmental", null, null));
        var named = await host.PeerAsync(word);
        using var desk = new Desk(host, Roles.Member);

        Assert.Equal(named.Id, (await desk.ReadAsync<Page<MemberSummary>>($"directory?q={word}")).Items[0].Id);
    }

    [Fact]
    public async Task Address_IsInNoListAndFindsNobody()
    {
        var member = await host.PeerAsync(entry: new() { EmailVisibility = Visibility.Members, Telephone = "+41 22 000 00 00", TelephoneVisibility = Visibility.Members });
        using var desk = host.DeskOf(member);
        using var staff = new Desk(host);

        foreach (var reader in new[] { desk, staff })
        {
            using var answer = await reader.SendAsync(HttpMethod.Get, "directory?organisation=&pageSize=100");
            var list = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("@example.org", list, StringComparison.Ordinal);
            Assert.DoesNotContain("+41 22", list, StringComparison.Ordinal);
            Assert.Equal(0, (await reader.ReadAsync<Page<MemberSummary>>($"directory?q={member.Email.Split('@')[0]}")).Total);
        }
    }

    [Fact]
    public async Task Profile_ShowsEachReaderWhatIsForThem()
    {
        var member = await host.PeerAsync(entry: new() { Telephone = "+41 22 000 00 00", About = "Works on remittances." });
        using var peer = host.DeskOf(await host.PeerAsync());
        using var own = host.DeskOf(member);
        using var staff = new Desk(host);

        var seen = await peer.ReadAsync<MemberProfile>($"directory/{member.Id}");
        Assert.Equal((null, null, "Desk officer", "Works on remittances.", null), (seen.Email, seen.Telephone, seen.Position, seen.About, seen.Visibility));
        foreach (var reader in new[] { own, staff })
        {
            var all = await reader.ReadAsync<MemberProfile>($"directory/{member.Id}");
            Assert.Equal((member.Email, "+41 22 000 00 00"), (all.Email, all.Telephone));
            Assert.Equal(new ProfileVisibility("secretariat", "secretariat", "members", "members"), all.Visibility);
            Assert.Equal(reader == own, all.Own);
        }

        await host.ChangeAsync(member, changed => changed.Directory = changed.Directory with
        {
            EmailVisibility = Visibility.Members,
            TelephoneVisibility = Visibility.Members,
            PositionVisibility = Visibility.Secretariat,
            AboutVisibility = Visibility.Secretariat,
        });
        seen = await peer.ReadAsync<MemberProfile>($"directory/{member.Id}");
        Assert.Equal((member.Email, "+41 22 000 00 00", null, null, null), (seen.Email, seen.Telephone, seen.Position, seen.Unit, seen.About));
    }

    [Fact]
    public async Task Field_ThatIsHidden_CannotBeGuessedByASearch()
    {
        var (unit, position, about) = (Peers.Word(), Peers.Word(), Peers.Word());
        var member = await host.PeerAsync(
            entry: new() { About = about, PositionVisibility = Visibility.Secretariat }, affiliation: new("MD", null, "national-government", unit, position));
        using var peer = host.DeskOf(await host.PeerAsync());
        using var staff = new Desk(host);

        foreach (var query in new[] { $"q={unit}", $"q={position}", $"q={about}", $"organisation={unit}" })
        {
            Assert.Equal(0, (await peer.ReadAsync<Page<MemberSummary>>($"directory?{query}")).Total);
        }

        foreach (var query in new[] { $"q={unit}", $"q={position}", $"organisation={unit}" })
        {
            Assert.Equal(position, Assert.Single((await staff.ReadAsync<Page<MemberSummary>>($"directory?{query}")).Items).Position);
        }

        await host.ChangeAsync(member, changed => changed.Directory = changed.Directory with { PositionVisibility = Visibility.Members });
        Assert.Equal(unit, Assert.Single((await peer.ReadAsync<Page<MemberSummary>>($"directory?q={position}")).Items).Unit);
    }

    [Fact]
    public async Task Member_WhoHides_IsFoundByTheSecretariatOnly()
    {
        var word = Peers.Word();
        var member = await host.PeerAsync(word, new() { Hidden = true, Offers = ["diaspora"] });
        var other = await host.PeerAsync(entry: new() { Seeks = ["diaspora"] });
        using var peer = host.DeskOf(other);
        using var own = host.DeskOf(member);
        using var staff = new Desk(host);

        using var profile = await peer.SendAsync(HttpMethod.Get, $"directory/{member.Id}");
        Assert.Equal(HttpStatusCode.NotFound, profile.StatusCode);
        Assert.Equal(0, (await peer.ReadAsync<Page<MemberSummary>>($"directory?q={word}")).Total);
        Assert.DoesNotContain(await peer.ReadAsync<List<SuggestedPeer>>("directory/suggested"), suggested => suggested.Member.Id == member.Id);
        Assert.True(Assert.Single((await staff.ReadAsync<Page<MemberSummary>>($"directory?q={word}")).Items).Hidden);
        Assert.True((await own.ReadAsync<MemberProfile>($"directory/{member.Id}")).Hidden);
    }

    [Fact]
    public async Task Suggestions_NameTheThemesAndPutColleaguesLast()
    {
        var me = await host.PeerAsync(entry: new() { Seeks = ["digitalisation", "climate-disasters"], Offers = ["narratives-culture"] }, entity: "country:MD");
        var colleague = await host.PeerAsync(entry: new() { Offers = ["digitalisation", "climate-disasters"], Seeks = ["narratives-culture"] }, entity: "country:MD");
        var one = await host.PeerAsync(entry: new() { Seeks = ["narratives-culture"] }, entity: "country:SN");
        var two = await host.PeerAsync(entry: new() { Offers = ["digitalisation", "climate-disasters", "diaspora"] }, entity: "country:SN");
        await host.PeerAsync(entry: new() { Offers = ["narratives-culture"], Seeks = ["digitalisation"] });
        using var desk = host.DeskOf(me);

        var suggested = await desk.ReadAsync<List<SuggestedPeer>>("directory/suggested");

        Assert.Equal([two.Id, one.Id, colleague.Id], suggested.Select(peer => peer.Member.Id));
        Assert.Equal(["digitalisation", "climate-disasters"], suggested[0].TheyOffer);
        Assert.Equal(["narratives-culture"], suggested[1].TheySeek);
        Assert.Empty(suggested[0].TheySeek);
    }

    [Fact]
    public async Task Machine_WithARole_IsNoMember()
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Issuer.AccessToken(null, [Roles.Administrator], null, draft => draft.Payload["sub"] = "a-machine"));

        using var answer = await client.GetAsync(new Uri("/api/members/directory", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
