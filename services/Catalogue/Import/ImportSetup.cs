using PfP.Catalogue.Contacts;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Groups;

namespace PfP.Catalogue.Import;

internal static class ImportSetup
{
    public static void AddImport(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<EntryPublication>();
        builder.Services.AddScoped<ContactChanges>();
        builder.Services.AddScoped<RowApplication>();
        builder.Services.AddScoped<RowDepartures>();
        builder.Services.AddSingleton<Importer>();
        builder.Services.AddSingleton<FirstGroups>();
        builder.Services.AddSingleton<SeedImport>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SeedImport>());
        builder.Services.AddHealthChecks().AddCheck<SeedImport>("archive", tags: ["ready"]);
    }
}
