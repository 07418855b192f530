namespace Anonymize.Attacking.Structure;

/// <summary>What a share or a change says: <c>Low ≤ Part − Factor·Base ≤ High</c> with Factor 1 for a change, or a range of shares of a base.</summary>
/// <param name="Part">Index of the cell it is about.</param>
/// <param name="Base">Index of the total, or of the earlier figure.</param>
/// <param name="Low">Least share or change.</param>
/// <param name="High">Largest.</param>
/// <param name="IsShare">Whether it is a share of the base, else the change since.</param>
internal sealed record DerivedFact(int Part, int Base, decimal Low, decimal High, bool IsShare);
