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
        var page = await system.SignInAsStaffAsync("moderator@example.org", "/desk");
        List<LinkedNumber> numbers = [];
        // Four kinds of entries and what happened to calls; a service that was slow would be missing.
        await Eventually.TrueAsync(
            async () =>
            {
                await page.GotoAsync($"/desk/yearly-review/{year}");
                numbers = JsonSerializer.Deserialize<List<LinkedNumber>>(await page.EvaluateAsync<string>(LinkedNumbers))!;
                return numbers.Count(number => number.Path.Count(character => character == '=') == (number.Path.StartsWith("/calls", StringComparison.Ordinal) ? 1 : 3)) == 7;
            },
            $"all figures of {year}");
        await page.CloseAsync();
        using var reader = new HttpClient { BaseAddress = new(system.Address) };

        Assert.True(numbers.Count(number => number.Count > 0) >= 3);
        foreach (var number in numbers)
        {
            using var counted = JsonDocument.Parse(await reader.GetStringAsync(new Uri($"/api{number.Path}", UriKind.Relative), Cancellation));
            Assert.Equal((number.Path, number.Count), (number.Path, counted.RootElement.GetProperty("total").GetInt32()));
        }
    }

    private sealed record LinkedNumber(string Path, int Count);
}
