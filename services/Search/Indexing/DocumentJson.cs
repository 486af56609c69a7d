using System.Text.Json.Serialization;

namespace PfP.Search.Indexing;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;
