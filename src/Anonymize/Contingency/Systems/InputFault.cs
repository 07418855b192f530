namespace Anonymize.Contingency.Systems;

/// <summary>Why an input cannot be tabulated as the specification says.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Where">Variable, table or setting; never a value of the input.</param>
/// <param name="Count">How often.</param>
public readonly record struct InputFault(InputFaultKind Kind, string Where, long Count);
