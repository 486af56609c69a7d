namespace PfP.Contracts.Catalogue.Api;

/// <param name="Url">https; it may be on a site whose player we know.</param>
/// <param name="HasCaptions">Null where nobody has said.</param>
/// <param name="Transcript">Where what is said in it can be read.</param>
public sealed record VideoResponse(string Url, bool? HasCaptions, string? Transcript);
