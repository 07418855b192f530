namespace Publication.Tables;

/// <summary>A category as the report's definition declares it, before any layout: the finest thing its table may show.</summary>
public sealed record DeclaredCategory(string Code, Text Label, Node Node);
