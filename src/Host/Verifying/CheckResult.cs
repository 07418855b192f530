namespace Host.Verifying;

/// <summary>One thing that was checked, or could not be for lack of data or key.</summary>
/// <param name="Check">Code of the check.</param>
/// <param name="Holds">Null where it could not be checked.</param>
/// <param name="Subject">Table, cell or file where it fails; what is missing where it could not be checked; otherwise how much was checked.</param>
internal sealed record CheckResult(string Check, bool? Holds, string Subject);
