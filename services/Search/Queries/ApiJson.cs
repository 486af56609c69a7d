using System.Text.Json;
using System.Text.Json.Serialization;
using PfP.Contracts.Search.Api;

namespace PfP.Search.Queries;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(MapResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
