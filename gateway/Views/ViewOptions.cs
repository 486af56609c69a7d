using System.ComponentModel.DataAnnotations;

namespace PfP.Gateway.Views;

internal sealed class ViewOptions
{
    /// <summary>How often counts are sent; a gateway that is killed loses no more than this.</summary>
    public TimeSpan ReportEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a shutdown waits for the last counts to be taken: a broker that is away shall not hold it up.</summary>
    public TimeSpan LastReportWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A user agent that contains one of these is a program and not a reader.</summary>
    [MinLength(1)]
    public string[] Robots { get; set; } =
    [
        "bot", "crawl", "spider", "slurp", "archiver", "facebookexternalhit", "preview", "monitor", "uptime", "pingdom", "headless", "lighthouse",
        "curl", "wget", "python", "java/", "go-http", "okhttp", "axios", "node-fetch", "undici", "libwww", "httpclient", "autocannon", "scrapy",
    ];
}
