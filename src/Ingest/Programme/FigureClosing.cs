namespace Ingest.Programme;

/// <summary>When the figures of a quarter stop changing.</summary>
/// <param name="CutOff">Last day, in Türkiye, on which they may come.</param>
/// <param name="PublishedAt">Corrections count until then; none where the quarter is not published.</param>
public sealed record FigureClosing(DateOnly CutOff, DateTimeOffset? PublishedAt);
