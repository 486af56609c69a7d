namespace PfP.Search.SavedSearches;

internal static class SavedSearchesSetup
{
    public static IServiceCollection AddSavedSearches(this IServiceCollection services) => services.AddSingleton<ReplayedArrivals>().AddScoped<TellMatches>().AddHostedService<FollowArrivals>();
}
