namespace Host.Progressing;

/// <summary>How far a verb is.</summary>
/// <param name="Key">Text that names what it is at.</param>
/// <param name="Subject">What that is done to, a period; may be empty.</param>
/// <param name="Done">Parts that are done.</param>
/// <param name="Total">All parts; 0 where nobody can know.</param>
internal sealed record ProgressStep(string Key, string Subject = "", long Done = 0, long Total = 0);
