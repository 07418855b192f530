namespace Anonymize.Contingency.Specs;

/// <summary>What the world knows cannot occur: whoever has one of some codes has one of others.</summary>
/// <param name="If">Variable and codes.</param>
/// <param name="Then">Another variable, and the codes that go with the first ones.</param>
/// <param name="IsBoth">The other way round as well.</param>
/// <param name="Path">Where in the specification.</param>
public sealed record LinkSpec((string Variable, IReadOnlyList<string> Codes) If, (string Variable, IReadOnlyList<string> Codes) Then, bool IsBoth, string Path);
