namespace PfP.Portal.Maps;

/// <param name="Radius">In thousandths of the world's width.</param>
public sealed record MapDot(double Latitude, double Longitude, double Radius, string? Label);
