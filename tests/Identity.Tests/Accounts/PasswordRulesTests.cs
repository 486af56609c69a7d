using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Data;

namespace PfP.Identity.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly Account Account = new() { Email = "ana.moraru@labour.example.org" };

    [Fact]
    public void List_OfCommonPasswords_HasThreeThousandOrMore() => Assert.True(CommonPasswords.Count >= 3000, $"{CommonPasswords.Count}");

    [Theory]
    [InlineData("password")]
    [InlineData("Football")]
    [InlineData("iloveyou")]
    [InlineData("12345678")]
    [InlineData("87654321")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcdefghijkl")]
    [InlineData("qwertyuiop")]
    [InlineData("Dragon2026!")]
    [InlineData("monkey123!!!")]
    [InlineData("ana.moraru@labour.example.org")]
    [InlineData("moraru1!")]
    [InlineData("gfmd2026")]
    public void Password_ThatWouldBeTriedFirst_IsRefused(string password) => Assert.Equal("Password.Common", PasswordRules.Refuse(password, Account));

    [Theory]
    [InlineData("short12", "Password.TooShort")]
    [InlineData("corridor lantern", null)]
    [InlineData("vxqjzkwp", null)]
    [InlineData("пароль для форума", null)]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", null)]
    public void Password_OfAnyKindOfCharacters_IsTakenWhenLongEnough(string password, string? problem) => Assert.Equal(problem, PasswordRules.Refuse(password, Account));

    [Fact]
    public void Password_OfHundredsOfCharacters_IsRefused() => Assert.Equal("Password.TooLong", PasswordRules.Refuse(new('x', 257), Account));
}
