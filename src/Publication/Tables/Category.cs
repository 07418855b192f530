namespace Publication.Tables;

/// <summary>A category of a variable: its code and its printed name.</summary>
public sealed record Category(string Code, Text Label);
