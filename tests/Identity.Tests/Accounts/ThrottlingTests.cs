using System.Net;

namespace PfP.Identity.Tests.Accounts;

public sealed class ThrottlingTests(IdentityHost host)
{
    [Fact]
    public async Task Guesses_AtOneAccountFromOneAddress_AreStoppedAndSayForHowLong()
    {
        var email = await host.JoinAsync();
        using var attacker = new Visitor(host);
        var page = await attacker.GetAsync("/account/sign-in");

        var answers = new List<Visit>();
        for (var guess = 0; guess < 11; guess++)
        {
            answers.Add(await attacker.SubmitAsync(page, "sign-in", ("email", email), ("password", $"guess {guess}")));
        }

        Assert.All(answers[..10], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[10].Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SubmitAsync(page, "sign-in", ("email", email), ("password", People.Password))).Status);
    }

    [Fact]
    public async Task Guesses_ManyAtOnce_AreNotMoreThanTheLimit()
    {
        var email = await host.JoinAsync();
        using var attacker = new Visitor(host);
        var page = await attacker.GetAsync("/account/sign-in");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(guess =>
            attacker.SubmitAsync(page, "sign-in", ("email", email), ("password", $"parallel {guess}"))));

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(30, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Guesses_AtAnAccountThatDoesNotExist_AreAnsweredTheSame()
    {
        var email = People.NewEmail();
        using var attacker = new Visitor(host);
        var page = await attacker.GetAsync("/account/sign-in");

        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 11; guess++)
        {
            answers.Add((await attacker.SubmitAsync(page, "sign-in", ("email", email), ("password", $"guess {guess}"))).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 10), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Owner_OnTheirOwnDevice_GetsInWhateverOthersTry()
    {
        var email = await host.JoinAsync();
        using var owner = new Visitor(host);
        await owner.SignInAsync(email);
        await owner.SubmitAsync("/account/sign-out", "sign-out");

        await host.InScopeAsync<PfP.Identity.Accounts.Throttling.Attempts, bool>(async attempts =>
        {
            // As from a hundred and one addresses, and from the owner's own.
            foreach (var address in Enumerable.Range(0, 101).Select(number => IPAddress.Parse($"198.51.100.{number}")).Append(IPAddress.Parse(owner.Address)))
            {
                await attempts.ReserveAsync(PfP.Identity.Accounts.Throttling.AttemptLimit.ForPassword(email, address, null), TestContext.Current.CancellationToken);
            }

            return true;
        });
        using var stranger = new Visitor(host);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync(email)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync(email)).Status);
    }

    [Fact]
    public async Task Spraying_ManyAccountsFromOneAddress_IsStopped()
    {
        using var attacker = new Visitor(host);
        var page = await attacker.GetAsync("/account/sign-in");

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ =>
            attacker.SubmitAsync(page, "sign-in", ("email", People.NewEmail()), ("password", "spring 2026 rain"))));

        Assert.Equal(50, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Registrations_OfAMembersAddress_LeaveThemTheirReset()
    {
        var email = await host.JoinAsync();
        for (var time = 0; time < 4; time++)
        {
            using var attacker = new Visitor(host);
            await attacker.RegisterAsync(email);
        }

        using var owner = new Visitor(host);
        await owner.SubmitAsync("/account/forgot", "forgot", ("email", email));

        Assert.NotEmpty((await host.ResetMailAsync(email)).Links);
    }

    [Fact]
    public async Task Colleagues_BehindOneAddress_AreNotCountedForSigningIn()
    {
        var email = await host.JoinAsync();
        using var office = new Visitor(host);

        for (var time = 0; time < 12; time++)
        {
            using var colleague = new Visitor(host, office.Address);
            Assert.Equal(HttpStatusCode.Redirect, (await colleague.SignInAsync(email)).Status);
        }
    }
}
