using System.Globalization;
using System.Text.Json;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>The yearly review beside what the search and the calls' API count, of GFMD's archive: years in which no other test changes anything.</summary>
public sealed class YearReviewTests(RunningSystem system)
{
    // Each linked number of the page with its address, and its row and column.
    private const string LinkedNumbers = """
        () => JSON.stringify([...document.querySelectorAll('main table a[href]')].map(link => {
          const cell = link.closest('td') ?? link.closest('tr').querySelector('td');
          return { Path: link.getAttribute('href'), Count: parseInt((cell.querySelector('a')?.firstChild ?? cell).textContent.replace(/\D/g, '')) };
        }))
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2012)]
    [InlineData(2013)]
    public async Task Numbers_OfAYear_AreWhatTheirListsCount(int year)
    {
        var page = await system.SignInAsStaffAsync("moderator@example.org", $"/desk/yearly-review/{year}");
        var numbers = JsonSerializer.Deserialize<List<LinkedNumber>>(await page.EvaluateAsync<string>(LinkedNumbers))!;
        await page.CloseAsync();
        using var reader = new HttpClient { BaseAddress = new(system.Address) };

        // Of all kinds and calls as a whole, and of a country and a theme at least.
        Assert.Equal(7, numbers.Count(number => !number.Path.Contains("country=", StringComparison.Ordinal) && !number.Path.Contains("theme=", StringComparison.Ordinal)));
        Assert.True(numbers.Count(number => number.Count > 0) >= 3);
        foreach (var number in numbers)
        {
            using var counted = JsonDocument.Parse(await reader.GetStringAsync(new Uri($"/api{number.Path}", UriKind.Relative), Cancellation));
            Assert.Equal((number.Path, number.Count), (number.Path, counted.RootElement.GetProperty("total").GetInt32()));
        }
    }

    private sealed record LinkedNumber(string Path, int Count);
}
