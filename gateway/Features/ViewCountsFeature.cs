using Microsoft.Extensions.Options;
using PfP.Contracts.Catalogue.Api;
using PfP.Gateway.Views;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Features;

/// <summary>Counts how often entry pages are read and their files downloaded, cached copies included (section <c>Views</c>).</summary>
internal static class ViewCountsFeature
{
    public static void AddViewCounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ViewOptions>().BindConfiguration("Views").ValidateDataAnnotations();
        builder.Services.AddSingleton<ViewCounter>();

        // Registered after the bus, so it stops before it and can still send the last counts.
        builder.Services.AddHostedService<ViewReporter>();
    }

    public static void UseViewCounts(this WebApplication app)
    {
        var counter = app.Services.GetRequiredService<ViewCounter>();
        var robots = app.Services.GetRequiredService<IOptions<ViewOptions>>().Value.Robots;
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified) || !Reader.Asked(context.Request, robots))
            {
                return;
            }

            if (EntryPath.TryParse(context.Request.Path, out var kind, out var slug))
            {
                counter.CountView(kind, slug);
            }
            else if (FileAddress.Parse(EntryFiles.Address, context.Request.Path.ToUriComponent()) is { } file)
            {
                counter.CountDownload(file.Id);
            }
        });
    }
}
