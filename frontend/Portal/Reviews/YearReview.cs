namespace PfP.Portal.Reviews;

/// <summary>A year of PfP in numbers, as far as the services answered.</summary>
/// <param name="CountedAt">The moment at which it was counted: of a year that is not over, how it stands so far.</param>
/// <param name="Years">Those that there is a review of, newest first.</param>
public sealed record YearReview(int Year, DateTimeOffset CountedAt, IReadOnlyList<int> Years, IReadOnlyList<ReviewFigure> Figures)
{
    public bool IsOver => CountedAt.UtcDateTime.Year > Year;

    public IReadOnlyList<ReviewFigure> Missing => [.. Figures.Where(figure => figure.Total is null)];

    public bool IsComplete => Missing.Count == 0;

    /// <summary>Whether it is known that nothing happened.</summary>
    public bool IsEmpty => IsComplete && Figures.Where(figure => figure.IsEvent).All(figure => figure.Total == 0);

    public IReadOnlyList<ReviewFigure> Of(string group) => [.. Figures.Where(figure => figure.Group == group && figure.Total is not null)];

    /// <summary>Countries or themes and what happened there; neither rows nor columns without anything.</summary>
    public ReviewTable By(ReviewArea area)
    {
        var columns = Figures.Where(figure => figure.IsEvent && figure.By(area).Count > 0).ToList();
        var rows = columns.SelectMany(column => column.By(area).Keys).Distinct().Select(value => new ReviewRow(value, [.. columns.Select(column => column.By(area).GetValueOrDefault(value))]));
        return new(columns, [.. rows.OrderByDescending(row => row.Total).ThenBy(row => row.Value, StringComparer.Ordinal)]);
    }
}

public sealed record ReviewTable(IReadOnlyList<ReviewFigure> Columns, IReadOnlyList<ReviewRow> Rows);

/// <param name="Value">The country or the theme.</param>
/// <param name="Counts">By column.</param>
public sealed record ReviewRow(string Value, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}
