namespace Ingest.Schema;

/// <summary>
/// A link everyone knows: a record whose <see cref="IfVariable"/> is one of <see cref="IfCodes"/> has one of <see cref="ThenCodes"/> in
/// <see cref="ThenVariable"/>. With <see cref="Both"/> the reverse holds too.
/// </summary>
public sealed record VariableLink(
    string IfVariable, IReadOnlyList<string> IfCodes, string ThenVariable, IReadOnlyList<string> ThenCodes, bool Both);
