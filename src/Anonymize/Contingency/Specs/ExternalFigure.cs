namespace Anonymize.Contingency.Specs;

/// <summary>A figure that the world knows from elsewhere: exactly, or between bounds.</summary>
/// <param name="Cell">What it counts.</param>
/// <param name="Low">At least this; null where nothing is known.</param>
/// <param name="High">At most this; null where nothing is known.</param>
public sealed record ExternalFigure(CellReference Cell, decimal? Low, decimal? High);
