using System.Globalization;
using PfP.Search.Geo;
using PfP.Search.Indexing;

namespace PfP.Search.Queries;

/// <summary>Checks the parameters of a search. What is wrong is collected by parameter; what is merely unknown finds nothing.</summary>
internal sealed class RequestReader(SearchParameters parameters)
{
    private const int DeepestResult = 10_000;
    private const int LargestPage = 100;

    /// <summary>Where nothing else is asked for.</summary>
    public const int UsualPage = 20;

    private const int MostValues = 100;
    private const int LongestValue = 200;
    private const double HalfTheEquator = 20_040;

    private readonly Dictionary<string, string[]> errors = [];

    public IReadOnlyDictionary<string, string[]> Errors => errors;

    public SearchRequest Read(DateTimeOffset now)
    {
        var filters = new SearchFilters(Selected(), Values("partner", parameters.Partner, IsCountry, "must be an ISO 3166-1 alpha-2 code", Upper),
            Year("yearFrom", parameters.YearFrom), Year("yearTo", parameters.YearTo), Box(), Near(), Distance())
        {
            PublishedFrom = Day("publishedFrom", parameters.PublishedFrom),
            PublishedTo = Day("publishedTo", parameters.PublishedTo),
        };
        var text = string.IsNullOrWhiteSpace(parameters.Text) ? null : parameters.Text;
        var size = Whole("pageSize", parameters.PageSize, UsualPage, 1, LargestPage);
        var page = Whole("page", parameters.Page, 1, 1, int.MaxValue);
        if (page > DeepestResult / size)
        {
            Wrong("page", $"times pageSize must not be above {DeepestResult}: narrow the search instead.");
        }
        return new SearchRequest(text, filters, Sort(text is not null, filters.Near is not null), page, size, Language(), now);
    }

    public int Zoom() => Whole("zoom", parameters.Zoom, 1, 0, 20);

    public string Language() => parameters.Lang switch
    {
        null or "" => "en",
        "en" or "fr" or "es" => parameters.Lang,
        _ => Wrong("lang", "must be en, fr or es.", "en"),
    };

    private Dictionary<Facet, IReadOnlyList<string>> Selected()
    {
        var selected = new Dictionary<Facet, IReadOnlyList<string>>();
        Select(Facet.Kind, parameters.Kind);
        Select(Facet.Theme, parameters.Theme);
        Select(Facet.Country, parameters.Country, IsCountry, "must be an ISO 3166-1 alpha-2 code", Upper);
        Select(Facet.Region, parameters.Region, value => IsNumber(value, 3, 3), "must be a three-digit UN M49 code");
        Select(Facet.Organisation, parameters.Organisation);
        Select(Facet.OrganisationType, parameters.OrganisationType);
        Select(Facet.Gcm, parameters.Gcm, value => IsNumber(value, 1, 2), "must be a number from 1 to 23");
        Select(Facet.Sdg, parameters.Sdg);
        Select(Facet.Summit, parameters.Summit, value => IsNumber(value, 1, 3), "must be the number of a summit");
        Select(Facet.WorkingGroup, parameters.WorkingGroup);
        Select(Facet.Status, parameters.Status);
        Select(Facet.CallStatus, parameters.CallStatus);
        Select(Facet.CallType, parameters.CallType);
        Select(Facet.Year, parameters.Year, value => IsNumber(value, 4, 4), "must be a year of four digits");
        Select(Facet.Has, parameters.Has);
        return selected;

        void Select(Facet facet, string?[]? values, Func<string, bool>? isValid = null, string rule = "", Func<string, string>? normalise = null)
        {
            var read = Values(facet.Name(), values, isValid ?? (_ => true), rule, normalise ?? (value => value));
            if (read.Length > 0)
            {
                selected[facet] = read;
            }
        }
    }

    private string[] Values(string name, string?[]? given, Func<string, bool> isValid, string rule, Func<string, string> normalise)
    {
        string[] values = [.. (given ?? []).OfType<string>().Where(value => value.Length > 0).Distinct()];
        if (values.Length > MostValues || Array.Exists(values, value => value.Length > LongestValue))
        {
            return Wrong<string[]>(name, $"takes at most {MostValues} values of {LongestValue} characters.", []);
        }
        return Array.TrueForAll(values, value => isValid(value)) ? [.. values.Select(normalise).Distinct()] : Wrong<string[]>(name, $"{rule}.", []);
    }

    private SortOrder Sort(bool hasText, bool hasPoint)
    {
        var sort = parameters.Sort switch
        {
            null or "" => hasText ? SortOrder.Relevance : SortOrder.Newest,
            "relevance" => hasText ? SortOrder.Relevance : SortOrder.Newest,
            "newest" => SortOrder.Newest,
            "title" => SortOrder.Title,
            "deadline" => SortOrder.Deadline,
            "distance" => SortOrder.Distance,
            _ => Wrong("sort", "must be relevance, newest, title, deadline or distance.", SortOrder.Newest),
        };
        return sort == SortOrder.Distance && !hasPoint ? Wrong("sort", "by distance needs near.", sort) : sort;
    }

    private BoundingBox? Box()
    {
        if (string.IsNullOrEmpty(parameters.Bbox))
        {
            return null;
        }
        return Numbers(parameters.Bbox) is [var west, var south, var east, var north] && Math.Abs(west) <= 180 && Math.Abs(east) <= 180 && south >= -90 && north <= 90 && south <= north
            ? new BoundingBox(west, south, east, north)
            : Wrong<BoundingBox?>("bbox", "must be west,south,east,north in degrees.", null);
    }

    private GeoPoint? Near()
    {
        if (string.IsNullOrEmpty(parameters.Near))
        {
            return null;
        }
        return Numbers(parameters.Near) is [var latitude, var longitude] && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new GeoPoint(latitude, longitude)
            : Wrong<GeoPoint?>("near", "must be latitude,longitude in degrees.", null);
    }

    private double? Distance()
    {
        if (string.IsNullOrEmpty(parameters.DistanceKm))
        {
            return null;
        }
        if (Numbers(parameters.DistanceKm) is not [> 0 and <= HalfTheEquator and var distance])
        {
            return Wrong<double?>("distanceKm", $"must be a number of kilometres up to {HalfTheEquator:0}.", null);
        }
        return string.IsNullOrEmpty(parameters.Near) ? Wrong<double?>("near", "is needed with distanceKm.", null) : distance;
    }

    private int? Year(string name, string? value) => string.IsNullOrEmpty(value) ? null : Whole(name, value, 0, 1, 9999);

    private DateOnly? Day(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Wrong<DateOnly?>(name, "must be a day such as 2025-01-31.", null);

    private int Whole(string name, string? value, int otherwise, int least, int most)
    {
        if (string.IsNullOrEmpty(value))
        {
            return otherwise;
        }
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong(name, most == int.MaxValue ? $"must be a whole number from {least}." : $"must be a whole number from {least} to {most}.", otherwise);
    }

    private static double[] Numbers(string values)
    {
        var parts = values.Split(',');
        var numbers = new double[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts.Length > 4 || !double.TryParse(parts[index], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index]) || !double.IsFinite(numbers[index]))
            {
                return [];
            }
        }
        return numbers;
    }

    private static bool IsCountry(string value) => value.Length == 2 && value.All(char.IsAsciiLetter);

    private static bool IsNumber(string value, int shortest, int longest) => value.Length >= shortest && value.Length <= longest && value.All(char.IsAsciiDigit);

    private static string Upper(string value) => value.ToUpperInvariant();

    private void Wrong(string name, string rule) => errors.TryAdd(name, [$"{name} {rule}"]);

    private T Wrong<T>(string name, string rule, T instead)
    {
        Wrong(name, rule);
        return instead;
    }
}
