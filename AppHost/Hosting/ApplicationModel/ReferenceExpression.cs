using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A string with gaps that are filled when the resource starts, when ports and parameters are known.</summary>
public sealed class ReferenceExpression : IValueProvider
{
    private readonly IReadOnlyList<object> _parts;

    private ReferenceExpression(IReadOnlyList<object> parts) => _parts = parts;

    /// <summary>The resources' values that the expression is made of.</summary>
    public IEnumerable<IValueProvider> ValueProviders => _parts.OfType<IValueProvider>();

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.Build();

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : (string)part);
        }

        return text.ToString();
    }

    [InterpolatedStringHandler]
    public readonly struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly List<object> _parts = new(formattedCount + Math.Min(literalLength, formattedCount + 1));

        public void AppendLiteral(string value) => _parts.Add(value);

        public void AppendFormatted(string? value) => _parts.Add(value ?? "");

        public void AppendFormatted(IValueProvider valueProvider) => _parts.Add(valueProvider);

        public void AppendFormatted<T>(IResourceBuilder<T> builder) where T : IResource, IValueProvider => _parts.Add(builder.Resource);

        internal ReferenceExpression Build() => new(_parts);
    }
}
