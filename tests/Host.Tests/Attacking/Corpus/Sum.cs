namespace Host.Tests.Attacking.Corpus;

/// <summary>A figure that is the sum of others, as the maker of the publication knows.</summary>
internal sealed record Sum(Figure Total, IReadOnlyList<Figure> Parts);
