using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace PfP.ServiceDefaults.Data;

/// <summary>PostgreSQL folds unquoted names to lower case, so tables and columns are snake_case unless the mapping names them itself.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            if (entity.GetTableName() is { } table)
            {
                entity.Builder.ToTable(Convert(table));
            }
        }

        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            NameColumns(entity);
        }
    }

    private static void NameColumns(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(Convert(property.GetColumnName()));
        }

        foreach (var complex in type.GetDeclaredComplexProperties().Where(complex => !complex.ComplexType.IsMappedToJson()))
        {
            NameColumns(complex.ComplexType);
        }
    }

    private static string Convert(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
